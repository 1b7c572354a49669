using System.Buffers.Binary;
using System.Text.Json;

namespace PaperChat.Models.Model2Vec;

/// <summary>
/// The safetensors format (github.com/huggingface/safetensors): the length of a JSON header as a 64-bit little-endian number, the
/// header, then the tensors' bytes at the offsets that it gives.
/// </summary>
internal sealed class SafeTensors
{
    private readonly Dictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);

    /// <summary>Reads the header; the tensors are views of <paramref name="file"/>.</summary>
    /// <exception cref="FormatException">The file is no safetensors file, or it is cut short.</exception>
    public SafeTensors(ReadOnlyMemory<byte> file)
    {
        var length = file.Length < 8 ? ulong.MaxValue : BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        if (length > (ulong)(file.Length - 8))
        {
            throw new FormatException("it is no safetensors file, or it is cut short");
        }

        using var header = JsonDocument.Parse(file.Slice(8, (int)length));
        var data = file[(8 + (int)length)..];
        foreach (var entry in header.RootElement.EnumerateObject())
        {
            // Tensors of types that no model here uses are not looked at until somebody asks for them.
            if (entry.Name != "__metadata__" && Enum.TryParse<TensorType>(entry.Value.GetProperty("dtype").GetString(), out var type))
            {
                _tensors[entry.Name] = Read(entry, type, data);
            }
        }
    }

    /// <summary>The tensor of that name with that many axes; null when there is none of a known type.</summary>
    public Tensor? Find(string name, int axes)
    {
        var tensor = _tensors.GetValueOrDefault(name);
        return tensor is null || tensor.Shape.Length == axes ? tensor
            : throw new FormatException($"the tensor '{name}' has {tensor.Shape.Length} axes instead of {axes}");
    }

    private static Tensor Read(JsonProperty entry, TensorType type, ReadOnlyMemory<byte> data)
    {
        int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32())];
        var offsets = entry.Value.GetProperty("data_offsets");
        var (start, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        var size = shape.Aggregate((long)Tensor.SizeOf(type), (product, axis) => checked(product * axis));
        if (start < 0 || end > data.Length || end - start != size || shape.Any(axis => axis <= 0))
        {
            throw new FormatException($"the tensor '{entry.Name}' does not fit the file; it may be cut short");
        }

        return new Tensor(type, shape, data.Slice((int)start, (int)size));
    }
}
