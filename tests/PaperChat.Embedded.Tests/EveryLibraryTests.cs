using System.Reflection;
using PaperChat.Library;
using PaperChat.LibraryConformance;

namespace PaperChat.Embedded.Tests;

public sealed class EveryLibraryTests
{
    [Fact]
    public void Every_library_runs_the_conformance_suite()
    {
        var types = Directory.EnumerateFiles(AppContext.BaseDirectory, "PaperChat.*.dll").SelectMany(f => Assembly.LoadFrom(f).GetTypes()).ToArray();
        var libraries = types.Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IPaperLibrary).IsAssignableFrom(t) && !IsDecorator(t)).ToArray();
        var tried = types.Where(t => !t.IsAbstract).Select(LibraryOf).OfType<Type>().ToHashSet();

        Assert.Contains(typeof(EmbeddedLibrary), libraries);
        Assert.DoesNotContain(libraries, l => !tried.Contains(l));
    }

    // A decorator keeps nothing of its own; its inner library is tried.
    private static bool IsDecorator(Type type) =>
        type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(IPaperLibrary));

    private static Type? LibraryOf(Type type)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (above.IsGenericType && above.GetGenericTypeDefinition() == typeof(PaperLibraryConformance<>))
            {
                return above.GetGenericArguments()[0];
            }
        }

        return null;
    }
}
