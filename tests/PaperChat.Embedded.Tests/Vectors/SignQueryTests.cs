using PaperChat.Embedded.Vectors;

namespace PaperChat.Embedded.Tests.Vectors;

public sealed class SignQueryTests
{
    [Theory]
    [InlineData(64, 1)]
    [InlineData(64, 32)]
    [InlineData(256, 33)]
    [InlineData(1536, 100)]
    public void The_product_is_the_sum_of_the_numbers_where_a_row_is_above_0(int dimension, int rows)
    {
        var random = new Random(dimension + rows);
        var query = Enumerable.Range(0, dimension).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var values = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, dimension).Select(_ => (sbyte)random.Next(-127, 128)).ToArray()).ToArray();
        var signs = new byte[SignBits.SizeOf(rows, dimension)];
        for (var row = 0; row < rows; row++)
        {
            SignBits.Write(values[row], row, signs);
        }

        var products = new ushort[rows + SignBits.RowsPerBlock];
        new SignQuery(query).Multiply(signs, products);

        var exact = values.Select(v => v.Select((x, i) => x > 0 ? query[i] : 0).Sum() - query.Where(q => q < 0).Sum()).ToArray();
        var scale = Enumerable.Range(0, rows).Average(i => products[i] / (double)exact[i]);
        Assert.All(Enumerable.Range(0, rows), i => Assert.Equal(exact[i], products[i] / scale, 0.02 * exact.Max()));
        Assert.All(products.Take(rows), p => Assert.NotEqual(0, p));
    }
}
