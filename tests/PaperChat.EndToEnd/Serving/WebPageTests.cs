namespace PaperChat.EndToEnd.Serving;

/// <summary>The web page in a real browser, with the built program behind it; web-page.cjs says what each check does.</summary>
[Collection(ChromiumProgram.Collection)]
public sealed class WebPageTests(PageRun page) : IClassFixture<PageRun>
{
    [Theory]
    [InlineData("examples")]
    [InlineData("ask")]
    [InlineData("citation")]
    [InlineData("displayed")]
    [InlineData("follow-up")]
    [InlineData("kept")]
    [InlineData("refusal")]
    [InlineData("written answer")]
    [InlineData("fallback")]
    [InlineData("broken answer")]
    [InlineData("written review")]
    [InlineData("search")]
    [InlineData("filters")]
    [InlineData("keyboard")]
    [InlineData("similar and cite")]
    [InlineData("browse")]
    [InlineData("compare")]
    [InlineData("review")]
    [InlineData("library")]
    [InlineData("hostile text")]
    [InlineData("phone")]
    [InlineData("colours")]
    [InlineData("contrast, light")]
    [InlineData("contrast, dark")]
    [InlineData("too many questions")]
    [InlineData("server gone")]
    [InlineData("key")]
    public async Task The_page_does_what_it_should(string check) => Assert.Equal("ok", (await page.ResultsAsync()).GetValueOrDefault(check, "not run"));

    [Fact]
    public async Task Neither_the_policy_nor_the_console_had_anything_to_complain_about() => Assert.Equal("ok", (await page.ResultsAsync())["no errors"]);

    [Fact]
    public async Task Every_part_of_the_run_came_to_its_end() => Assert.All(await page.ResultsAsync(), check => Assert.Equal("ok", check.Value));
}
