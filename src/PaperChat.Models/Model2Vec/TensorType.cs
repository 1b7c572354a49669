namespace PaperChat.Models.Model2Vec;

/// <summary>The element types that Model2Vec models are stored in.</summary>
internal enum TensorType
{
    F64,
    F32,
    F16,
    I8,
    I32,
    I64,
}
