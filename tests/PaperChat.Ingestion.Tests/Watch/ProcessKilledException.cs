namespace PaperChat.Ingestion.Tests.Watch;

/// <summary>Stands for the end of the process: nothing in the product may catch it.</summary>
internal sealed class ProcessKilledException(string step) : Exception($"Killed at: {step}");
