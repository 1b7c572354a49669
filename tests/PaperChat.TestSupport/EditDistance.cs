namespace PaperChat.TestSupport;

/// <summary>The distance of Damerau and Levenshtein, unrestricted: insert, delete, replace, swap neighbours.</summary>
public static class EditDistance
{
    public static int DamerauLevenshtein(string a, string b)
    {
        // Lowrance and Wagner 1975: row and column 0 are a border that no swap can cross.
        var far = a.Length + b.Length;
        var cost = new int[a.Length + 2, b.Length + 2];
        var lastRow = new Dictionary<char, int>();
        cost[0, 0] = far;
        for (var i = 0; i <= a.Length; i++)
        {
            (cost[i + 1, 0], cost[i + 1, 1]) = (far, i);
        }

        for (var j = 0; j <= b.Length; j++)
        {
            (cost[0, j + 1], cost[1, j + 1]) = (far, j);
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var lastColumn = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var row = lastRow.GetValueOrDefault(b[j - 1]);
                var column = lastColumn;
                var isSame = a[i - 1] == b[j - 1];
                lastColumn = isSame ? j : lastColumn;
                var edited = Math.Min(cost[i, j] + (isSame ? 0 : 1), Math.Min(cost[i + 1, j] + 1, cost[i, j + 1] + 1));
                cost[i + 1, j + 1] = Math.Min(edited, cost[row, column] + (i - row - 1) + 1 + (j - column - 1));
            }

            lastRow[a[i - 1]] = i;
        }

        return cost[a.Length + 1, b.Length + 1];
    }
}
