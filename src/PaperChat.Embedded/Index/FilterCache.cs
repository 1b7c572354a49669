using System.Collections.Concurrent;
using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>What recent filters let through of one segment, its papers or its documents. Filters of listed papers are not kept.</summary>
internal sealed class FilterCache
{
    private const int Limit = 32;

    private readonly ConcurrentDictionary<SearchFilters, Bits> _known = new();

    public Bits GetOrAdd(SearchFilters filters, Func<Bits> make)
    {
        if (_known.TryGetValue(filters, out var bits))
        {
            return bits;
        }

        if (_known.Count >= Limit)
        {
            _known.Clear();
        }

        return _known[filters] = make();
    }
}
