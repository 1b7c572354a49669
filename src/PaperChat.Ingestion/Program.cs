using System.CommandLine;
using PaperChat.Hosting;

return await CommandRunner.RunProcessAsync(args, _ => new RootCommand("Reads papers from files into the library."));
