using PaperChat.Chat.Console.Commands;
using PaperChat.Hosting;

return await CommandRunner.RunProcessAsync(args, runner => ChatCommandLine.Build(runner, LibraryAccess.Named));
