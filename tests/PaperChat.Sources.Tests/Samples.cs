namespace PaperChat.Sources.Tests;

/// <summary>Inputs in the shapes that services document, with invented papers in them.</summary>
internal static class Samples
{
    public const string DailyItem = """
        {"paper":{"id":"2507.00001","authors":[{"_id":"66a","name":"Ada Moss","hidden":false,"status":"claimed_verified","user":{"_id":"1","avatarUrl":"/avatars/1.svg","fullname":"Ada M","name":"adam","type":"user","isPro":false}},{"_id":"66b","name":"Bo Reed","hidden":false},{"_id":"66c","name":"Nobody","hidden":true}],"publishedAt":"2025-07-27T17:59:59.000Z","submittedOnDailyAt":"2025-07-28T01:02:03.000Z","submittedOnDailyBy":{"_id":"2","name":"cy","type":"user"},"title":"Counting Corals by Ear:\n  Sound of Reefs","summary":"We count corals\nby $O(n)$ sounds.","upvotes":42,"discussionId":"68a","projectPage":"https://example.org/corals","githubRepo":"https://github.com/example/corals","githubStars":7,"ai_summary":"A model wrote this.","ai_keywords":["made up"],"organization":{"_id":"3","name":"reefs","fullname":"Reefs"},"source":null},"publishedAt":"2025-07-27T20:00:00.000Z","title":"Counting Corals by Ear: Sound of Reefs","summary":"We count corals.","thumbnail":"https://example.org/t.png","numComments":2,"submittedBy":{"_id":"2","name":"cy"},"isAuthorParticipating":false,"mediaUrls":["https://example.org/v.mp4"]}
        """;

    public const string SinglePaper = """
        {"id":"2507.00002","authors":[{"name":"Cy Dune"}],"publishedAt":"2025-07-20T00:00:00.000Z","title":"Dunes that Walk","summary":"Sand moves.","upvotes":3,"discussionId":"68b","withdrawnAt":"2025-08-01T00:00:00.000Z","numTotalModels":0,"linkedModels":[]}
        """;

    public const string SnapshotLine = """
        {"id":"2101.00001","submitter":"Ada Moss","authors":"Ada Moss, Ludwig van der Berg (Tidewatch, Reefs) and Bo Reed Jr.","title":"On the Motion of\n  Small Dunes","comments":"12 pages, 3 figures","journal-ref":"J. Dunes 12 (2021) 1-9","doi":"10.1000/dunes.1","report-no":null,"categories":"cs.LG physics.geo-ph","license":"http://example.org/l","abstract":"  Dunes move. We measure how\nfast small ones\nare.\n","versions":[{"version":"v1","created":"Fri, 1 Jan 2021 20:31:27 GMT"},{"version":"v2","created":"Mon, 11 Jan 2021 20:31:27 GMT"}],"update_date":"2021-01-12","authors_parsed":[["Moss","Ada",""],["van der Berg","Ludwig","","Tidewatch"],["Reed","Bo","Jr."]]}
        """;

    public const string Work = """
        {"id":"https://openalex.org/W2741809807","doi":"https://doi.org/10.1000/REEF.2","title":"The <i>Porites</i> Census","display_name":"The Porites Census","publication_year":2019,"publication_date":"2019-05-01","type":"article","language":"en","ids":{"openalex":"https://openalex.org/W2741809807","doi":"https://doi.org/10.1000/reef.2","mag":"1"},"primary_location":{"is_oa":true,"landing_page_url":"https://doi.org/10.1000/reef.2","pdf_url":null,"source":{"id":"https://openalex.org/S1","display_name":"Reef Letters","issn_l":"1234-5678","type":"journal"},"version":"publishedVersion"},"locations":[{"landing_page_url":"https://doi.org/10.1000/reef.2"},{"landing_page_url":"http://arxiv.org/abs/1905.00001","pdf_url":"https://arxiv.org/pdf/1905.00001"}],"open_access":{"is_oa":true,"oa_url":"https://example.org/a.pdf"},"authorships":[{"author_position":"first","author":{"id":"https://openalex.org/A1","display_name":"Ada Moss","orcid":null},"institutions":[],"raw_author_name":"A. Moss"},{"author":{"display_name":null},"raw_author_name":"Bo Reed"}],"biblio":{"volume":"3"},"cited_by_count":5,"keywords":[{"display_name":"Coral reef"}],"is_retracted":true,"is_paratext":false,"abstract_inverted_index":{"Abstract":[0],"We":[1,5],"count":[2],"corals.":[3],"slowly.":[8]},"updated_date":"2024-01-01T00:00:00"}
        """;

    public const string ScholarPaper = """
        {"paperId":"649def34f8be52c8b66281af98ae884c09aef38b","corpusId":123,"externalIds":{"ArXiv":"1905.00001","DOI":"10.1000/reef.2","CorpusId":123},"url":"https://www.semanticscholar.org/paper/649def","title":"The Porites Census","abstract":null,"venue":"","publicationVenue":{"id":"v","name":"Reef Letters","type":"journal"},"year":2019,"publicationDate":"2019-05-01","journal":{"name":"Reef Lett.","volume":"3"},"citationCount":5,"openAccessPdf":{"url":"https://example.org/a.pdf","status":"GREEN"},"fieldsOfStudy":["Biology"],"s2FieldsOfStudy":[{"category":"Biology","source":"external"},{"category":"Geology","source":"s2-fos-model"}],"authors":[{"authorId":"1","name":"Ada Moss"},{"authorId":null,"name":"Bo Reed"}],"tldr":{"model":"m","text":"A model wrote this."}}
        """;

    public const string ScholarBulkLine = """
        {"corpusid":456,"externalids":{"ACL":null,"DBLP":null,"ArXiv":"2005.00003","MAG":null,"CorpusId":"456","PubMed":null,"DOI":null},"url":"https://www.semanticscholar.org/p/456","title":"Listening for Sand","authors":[{"authorId":"9","name":"Cy Dune"}],"venue":"Dunes","publicationvenueid":null,"year":null,"publicationdate":"2020-05-07","citationcount":0,"isopenaccess":false,"s2fieldsofstudy":[{"category":"Physics","source":"s2"}],"journal":null}
        """;

    public const string CslItem = """
        {"id":"moss2024","type":"article-journal","title":"Reefs of <i>Porites</i>","author":[{"family":"Moss","given":"Ada"},{"literal":"The Tidewatch Team"}],"issued":{"date-parts":[[2024,5,6]]},"container-title":"Reef Letters","DOI":"10.1000/x","URL":"https://example.org/a","abstract":"<jats:p>We count.</jats:p>","keyword":"reefs; tides","ISSN":["1234-5678"],"volume":3,"shortTitle":"Reefs"}
        """;

    public const string AtomEntry = """
          <entry>
            <id>http://arxiv.org/abs/2101.00001v2</id>
            <updated>2021-01-11T20:31:27Z</updated>
            <published>2021-01-01T20:31:27Z</published>
            <title>On the Motion of
          Small Dunes</title>
            <summary>  Dunes move &amp; sing. We measure how
        fast $v &lt; 1$ they are.
        </summary>
            <author><name>Ada Moss</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Tidewatch</arxiv:affiliation></author>
            <author><name>Bo Reed</name></author>
            <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/dunes.1</arxiv:doi>
            <link title="doi" href="http://dx.doi.org/10.1000/dunes.1" rel="related"/>
            <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">This paper has been withdrawn by the author due to a wrong sign</arxiv:comment>
            <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Dunes 12 (2021) 1-9</arxiv:journal_ref>
            <link href="http://arxiv.org/abs/2101.00001v2" rel="alternate" type="text/html"/>
            <link title="pdf" href="http://arxiv.org/pdf/2101.00001v2" rel="related" type="application/pdf"/>
            <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
            <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
            <category term="physics.geo-ph" scheme="http://arxiv.org/schemas/atom"/>
          </entry>
        """;

    public const string OaiArxivRecord = """
        <record><header><identifier>oai:arXiv.org:2101.00001</identifier><datestamp>2021-01-12</datestamp><setSpec>cs</setSpec></header>
        <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b">
         <id>2101.00001</id><created>2021-01-01</created><updated>2021-01-11</updated>
         <authors><author><keyname>Moss</keyname><forenames>Ada</forenames><affiliation>Tidewatch</affiliation><orcid>0000</orcid></author><author><keyname>Reed</keyname><forenames>Bo</forenames><suffix>Jr.</suffix></author><author><keyname>Tidewatch Collaboration</keyname></author></authors>
         <title>On the Motion of
           Small Dunes</title><categories>cs.LG physics.geo-ph</categories><comments>12 pages</comments><journal-ref>J. Dunes 12</journal-ref><doi>10.1000/dunes.1</doi><license>http://example.org/l</license>
         <abstract>  Dunes move.
        We measure.
        </abstract></arXiv></metadata></record>
        """;

    public const string OaiRawRecord = """
        <record><header><identifier>oai:arXiv.org:hep-th/9901001</identifier><datestamp>2009-10-31</datestamp><setSpec>physics:hep-th</setSpec></header>
        <metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>hep-th/9901001</id><submitter>Ada Moss</submitter>
        <version version="v1"><date>Fri, 1 Jan 1999 10:00:00 GMT</date><size>12kb</size></version><version version="v2"><date>Tue, 2 Feb 1999 10:00:00 GMT</date><size>13kb</size><source_type>D</source_type></version>
        <title>Strings in Sand</title><authors>Ada Moss (Tidewatch), Bo Reed Jr. and C. van der Berg</authors><categories>hep-th</categories><abstract>Strings.</abstract></arXivRaw></metadata></record>
        """;

    public const string OaiDublinCoreRecord = """
        <record><header><identifier>oai:arXiv.org:0704.0001</identifier><datestamp>2008-11-26</datestamp></header>
        <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title>Tides and their Makers</dc:title><dc:creator>Moss, Ada</dc:creator><dc:creator>van der Berg, Ludwig</dc:creator><dc:subject>Physics - Tides</dc:subject>
        <dc:description>  Tides are made.</dc:description><dc:description>Comment: withdrawn by the authors</dc:description><dc:date>2007-04-02</dc:date><dc:date>2007-07-24</dc:date>
        <dc:type>text</dc:type><dc:identifier>http://arxiv.org/abs/0704.0001</dc:identifier><dc:identifier>doi:10.1000/tides</dc:identifier></oai_dc:dc></metadata></record>
        """;

    public const string AclCollection = """
        <?xml version='1.0' encoding='UTF-8'?>
        <collection id="2024.reef">
          <volume id="long" ingest-date="2024-08-01" type="proceedings">
            <meta><booktitle>Proceedings of the Meeting on <fixed-case>R</fixed-case>eefs (Volume 1)</booktitle><editor><first>Ed</first><last>Itor</last></editor><publisher>Tidewatch</publisher><year>2024</year><url hash="ab">2024.reef-long</url></meta>
            <frontmatter><url hash="cd">2024.reef-long.0</url></frontmatter>
            <paper id="1"><title><fixed-case>BERT</fixed-case> counts in <tex-math>O(n)</tex-math></title><author id="a"><first>Ada</first><last>Moss</last><affiliation>Tidewatch</affiliation></author><author><first>Ludwig</first><last>van der Berg</last></author><pages>1-9</pages><abstract>We <i>count</i> corals at <url>https://example.org</url>.</abstract><url hash="ef">2024.reef-long.1</url><doi>10.1000/reef-long.1</doi><bibkey>moss-2024</bibkey></paper>
            <paper id="2"><title>Counting Twice</title><author><last>Tidewatch</last></author><retracted date="2024-09-01">Twice was once.</retracted></paper>
          </volume>
        </collection>
        """;

    public const string MarkdownList = """
        # Papers about reefs

        A list. See also [the other list](https://example.org/list).

        - [Counting Corals by Ear](https://arxiv.org/abs/2507.00001) - Ada Moss, Bo Reed. ICML 2025 [[code](https://github.com/example/corals)]
        * **Dunes that Walk (and Sing)**, 2024. [[Paper]](https://openreview.net/forum?id=abc) [[Code]](https://github.com/example/dunes)
          > Dunes walk when the wind blows, and what they sing while they walk is what we record and measure here for the first time.
        1. "Listening for Sand" ([arXiv](https://arxiv.org/abs/2005.00003))
        - [Contents](#contents)
        - [A tool](https://github.com/example/tool)

        | Date | Title | Venue | Link |
        |------|:-----:|-------|------|
        | 2023-05-01 | Tides and their Makers | NeurIPS | [paper](https://arxiv.org/pdf/2305.00001) |

        ## [Strings in Sand](https://doi.org/10.1000/strings)

        Strings are found in sand. We look for them with a sieve, and find that they are long.
        """;

    public const string Bibtex = """
        @string{icml = "Conference on " # reefs}
        @inproceedings{moss2024, author = {Moss, Ada and {Tidewatch and Friends}}, title = "{BERT} counts {\"U}ber r{\'e}efs", booktitle = icml, year = 2024, crossref = {book}, doi = {10.1000/x}, abstract = {We count.}}
        @proceedings(book, title = {Proceedings on Reefs}, year = 2023)
        """;

    public const string Ris = """
        TY  - JOUR
        TI  - Reefs and tides
        AU  - Moss, Ada
        PY  - 2024/05/06/
        AB  - We count
          corals.
        KW  - reefs
        ER  -
        """;

    public const string Csv = "title,abstract,year\nReefs,\"We \"\"count\"\",\nslowly.\",2024\nTides,We wait.,2023\n";

    public const string Page = "Daily Papers\n\nJul 28\n\nCounting Corals by Ear\n\nWe count corals by their sound, since every coral has one, and the sea is dark at night when nobody sees what the corals do, though a microphone hears it well enough to tell them apart, as we show here for the reefs of three seas in four years of recordings.\n\nDunes that Walk\n\nSand moves.\n";

    /// <summary>A page as Hugging Face serves it: the data in an attribute, its quotation marks as entities.</summary>
    public static string HtmlPage(string item) =>
        $"<!doctype html>\n<html><head><title>Daily Papers - Hugging Face</title><script>var a = \"<div data-props='{{}}'>\";</script></head>\n<body><main>\n<div class=\"SVELTE_HYDRATER contents\" data-target=\"DailyPapers\" data-props=\"{{&quot;date&quot;:&quot;2025-07-28T00:00:00.000Z&quot;,&quot;dailyPapers&quot;:[{item.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)}],&quot;query&quot;:{{}}}}\"><h1>Daily Papers</h1><article><h3><a href=\"/papers/2507.00001\">Counting Corals by Ear: Sound of Reefs</a></h3></article></div></main></body></html>";

    public const string VisiblePage = """
        <!DOCTYPE html><html><body><h1>Daily Papers</h1><nav><a href="/papers">Papers</a></nav>
        <article><a href="/papers/2507.00001"><img src="a.png" alt="x"></a><div>Submitted by cy</div><div>42</div>
        <h3><a class="t" href="/papers/2507.00001">Counting Corals &amp; Ears: Sound of Reefs</a></h3><a href="/papers/2507.00001#community">2</a>
        <p>We count corals by their sound, since every coral has one, and the sea is dark at night when nobody sees what the corals do, though a microphone hears it well enough to tell them apart, as we show here for the reefs of three seas in four years.</p></article>
        <article><h3><a href='/papers/2507.00002'>Dunes that Walk
        at Night</a></h3></article></body></html>
        """;

    public const string VisiblePaper = """
        <html><head><link rel="canonical" href="https://huggingface.co/papers/2507.00002"></head><body><h1>Dunes that Walk</h1><div>Authors: Cy Dune</div><h2>Abstract</h2><p>Sand moves, and we say how it moves in the wind.</p></body></html>
        """;

    public static string AtomFeed(params string[] entries) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n  <title type=\"html\">ArXiv Query: search_query=all:dunes</title>\n  <id>http://arxiv.org/api/x</id>\n  <opensearch:totalResults xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\">1</opensearch:totalResults>\n{string.Join('\n', entries)}\n</feed>\n";

    public static string Oai(params string[] records) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">\n<responseDate>2024-01-01T00:00:00Z</responseDate><request verb=\"ListRecords\">https://oaipmh.arxiv.org/oai</request>\n<ListRecords>\n{string.Join('\n', records)}\n<resumptionToken expirationDate=\"2024-01-02\">verb%3DListRecords|1001</resumptionToken></ListRecords></OAI-PMH>\n";

    public const string DocumentText = "Gulls on Roofs\n\nIda Gull1, Jo Tern\n1 University of Roofs\n\nAbstract\nGulls nest on flat roofs. We counted 12.\n\n1 Introduction\nRoofs are warm.\n1\n\fGulls on Roofs\nThey are also dry.\n2\n\fGulls on Roofs\nReferences\n[1] Old gulls.\n3\n";

    public const string DocumentPage = "<html><head><title>Gulls</title><meta name=\"citation_author\" content=\"Ida Gull\"></head><body><h1>Gulls on Roofs</h1><h2>Abstract</h2><p>Gulls nest.</p><h2>1 Roofs</h2><p>Roofs are <b>warm</b>.</p></body></html>";
}
