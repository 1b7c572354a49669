using System.Net;

namespace PaperChat.Sources.Html;

/// <summary>
/// Cuts a page into tags and texts in one pass and builds no tree, so that no page, however nested, takes more than its own size. Comments,
/// scripts and styles are left out. Attributes are read as the HTML standard does (13.2.5), without its error messages.
/// </summary>
internal sealed class HtmlTokenizer(string html)
{
    private static readonly Dictionary<string, string> NoAttributes = [];
    private static readonly string[] Unseen = ["script", "style", "template", "noscript", "svg", "math"];
    private int _at;
    private int _line = 1;
    private int _counted;

    public IEnumerable<HtmlToken> Read()
    {
        while (_at < html.Length)
        {
            var tag = NextTag();
            if (tag > _at)
            {
                var line = LineAt(_at);
                yield return new HtmlToken("", false, WebUtility.HtmlDecode(html[_at..tag]), NoAttributes, line);
            }

            _at = tag;
            if (_at < html.Length && ReadTag() is { } token)
            {
                yield return token;
            }
        }
    }

    // An opening angle bracket is text where no name, slash or exclamation mark follows.
    private int NextTag()
    {
        for (var at = _at; at < html.Length; at++)
        {
            at = html.IndexOf('<', at);
            if (at < 0)
            {
                break;
            }

            if (at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?'))
            {
                return at;
            }
        }

        return html.Length;
    }

    private HtmlToken? ReadTag()
    {
        var line = LineAt(_at);
        if (html.AsSpan(_at).StartsWith("<!--"))
        {
            SkipBehind("-->");
            return null;
        }

        if (html[_at + 1] is '!' or '?')
        {
            SkipBehind(">");
            return null;
        }

        _at++;
        var isEnd = html[_at] == '/';
        _at += isEnd ? 1 : 0;
        var name = Name();
        var attributes = Attributes();
        if (!isEnd && Array.IndexOf(Unseen, name) >= 0)
        {
            // Only what comes from XML can close itself; for the others the slash means nothing.
            if (name is "svg" or "math" && html.AsSpan(0, _at).EndsWith("/>"))
            {
                return null;
            }

            SkipBehind("</" + name);
            SkipBehind(">");
            return null;
        }

        return name.Length == 0 ? null : new HtmlToken(name, isEnd, "", attributes, line);
    }

    private string Name()
    {
        var start = _at;
        while (_at < html.Length && !char.IsWhiteSpace(html[_at]) && html[_at] is not ('>' or '/' or '='))
        {
            _at++;
        }

        return html[start.._at].ToLowerInvariant();
    }

    private Dictionary<string, string> Attributes()
    {
        var attributes = NoAttributes;
        while (_at < html.Length && html[_at] != '>')
        {
            if (char.IsWhiteSpace(html[_at]) || html[_at] is '/' or '=')
            {
                _at++;
                continue;
            }

            var name = Name();
            var value = Value();
            attributes = attributes.Count == 0 ? [] : attributes;
            attributes.TryAdd(name, value);
        }

        _at = Math.Min(_at + 1, html.Length);
        return attributes;
    }

    private string Value()
    {
        var start = _at;
        SkipBlanks();
        if (_at >= html.Length || html[_at] != '=')
        {
            _at = start;
            return "";
        }

        _at++;
        SkipBlanks();
        if (_at < html.Length && html[_at] is '"' or '\'')
        {
            var end = html.IndexOf(html[_at], _at + 1);
            end = end < 0 ? html.Length : end;
            var quoted = html[(_at + 1)..end];
            _at = Math.Min(end + 1, html.Length);
            return WebUtility.HtmlDecode(quoted);
        }

        start = _at;
        while (_at < html.Length && !char.IsWhiteSpace(html[_at]) && html[_at] != '>')
        {
            _at++;
        }

        return WebUtility.HtmlDecode(html[start.._at]);
    }

    private void SkipBlanks()
    {
        while (_at < html.Length && char.IsWhiteSpace(html[_at]))
        {
            _at++;
        }
    }

    private void SkipBehind(string end)
    {
        var at = html.IndexOf(end, _at, StringComparison.OrdinalIgnoreCase);
        _at = at < 0 ? html.Length : at + end.Length;
    }

    private int LineAt(int at)
    {
        _line += html.AsSpan(_counted..at).Count('\n');
        _counted = at;
        return _line;
    }
}
