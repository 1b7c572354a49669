using PaperChat.Hosting;
using PaperChat.Ingestion.Commands;

return await CommandRunner.RunProcessAsync(args, IngestionCommandLine.Build);
