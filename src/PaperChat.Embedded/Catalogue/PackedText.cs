using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PaperChat.Embedded.Catalogue;

/// <summary>Columns of the catalogue that hold a text as it is, or packed in a blob (see <see cref="TextPacking"/>).</summary>
internal static class PackedText
{
    public static string? NullableText(this SqliteDataReader row, int column)
    {
        var statement = row.Handle ?? throw new InvalidOperationException("The reader is closed.");
        return raw.sqlite3_column_type(statement, column) == raw.SQLITE_BLOB
            ? Unpack(raw.sqlite3_column_blob(statement, column))
            : row.NullableString(column);
    }

    /// <summary>The same of a column that is never NULL.</summary>
    public static string Text(this SqliteDataReader row, int column) =>
        row.NullableText(column) ?? throw new InvalidDataException("the catalogue lacks a text");

    private static string Unpack(ReadOnlySpan<byte> codes)
    {
        var length = TextPacking.UnpackedLength(codes);
        var bytes = ArrayPool<byte>.Shared.Rent(length + sizeof(ulong));
        try
        {
            TextPacking.Unpack(codes, bytes);
            return Encoding.UTF8.GetString(bytes, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
