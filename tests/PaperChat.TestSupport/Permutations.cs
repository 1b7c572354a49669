namespace PaperChat.TestSupport;

/// <summary>All orders of a few things.</summary>
public static class Permutations
{
    public static IEnumerable<T[]> Of<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count == 0
            ? [[]]
            : Enumerable.Range(0, items.Count).SelectMany(first => Of<T>([.. items.Take(first), .. items.Skip(first + 1)]).Select(rest => (T[])[items[first], .. rest]));
    }
}
