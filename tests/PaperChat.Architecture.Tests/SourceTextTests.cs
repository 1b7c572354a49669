namespace PaperChat.Architecture.Tests;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("public sealed class A\n{\n    public sealed class Nested;\n}\n", "A")]
    [InlineData("public static partial class A;\ninternal sealed record B;\n", "A")]
    [InlineData("public readonly record struct A(int Value);\npublic enum B\n{\n}\n", "A B")]
    [InlineData("public interface A;\npublic delegate Task<int> B(string text);\n", "A B")]
    [InlineData("public abstract record A;\n\npublic sealed record B(int Value) : A;\npublic sealed record C : A;\n", "A")]
    [InlineData("public abstract record A;\npublic sealed record B(int Value) : Other;\n", "A B")]
    [InlineData("internal sealed class A;\n", "")]
    public void Public_types_are_counted_without_nested_and_derived_ones(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', SourceText.PublicTypes(text)));

    [Theory]
    [InlineData("namespace A.B;\n", true)]
    [InlineData("namespace A.B\n{\n}\n", false)]
    [InlineData("using System;\n", false)]
    public void A_file_scoped_namespace_is_recognised(string text, bool expected) =>
        Assert.Equal(expected, SourceText.HasFileScopedNamespace(text));

    [Fact]
    public void Interfaces_are_found_wherever_they_stand() => Assert.Equal(
        ["A", "B", "C"],
        SourceText.Interfaces("public interface A;\ninternal partial interface B\n{\n    private interface C;\n}\n// the interface D\n"));
}
