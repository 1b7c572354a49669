using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Chat.Console.Commands;

/// <summary>Opens the library of a command for reading; the caller disposes it.</summary>
internal delegate Task<IPaperLibrary> LibraryOpener(CommandContext context, CancellationToken cancellationToken);
