namespace PaperChat.Prompts;

/// <summary>The names of the prompts in <c>prompts/</c>.</summary>
public static class PromptNames
{
    public const string Answer = "answer";
    public const string RewriteQuestion = "rewrite-question";
    public const string ProposeSearches = "propose-searches";
    public const string ScoreEvidence = "score-evidence";
    public const string GatherEvidence = "gather-evidence";
    public const string Compare = "compare";
    public const string LabelTheme = "label-theme";
    public const string ReviewOutline = "review-outline";
    public const string ReviewSection = "review-section";
}
