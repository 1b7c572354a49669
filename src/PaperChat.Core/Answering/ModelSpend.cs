using Microsoft.Extensions.AI;

namespace PaperChat.Answering;

/// <summary>What the calls of one answer took. Thread-safe.</summary>
public sealed class ModelSpend(string name, string promptHash)
{
    private readonly Lock _gate = new();
    private long? _prompt;
    private long? _completion;
    private string? _model;

    public ModelUse Use
    {
        get
        {
            lock (_gate)
            {
                return new ModelUse(_model ?? name, _prompt, _completion, promptHash);
            }
        }
    }

    /// <summary>Tokens so far, as far as the service counts them.</summary>
    public long Tokens
    {
        get
        {
            lock (_gate)
            {
                return (_prompt ?? 0) + (_completion ?? 0);
            }
        }
    }

    public void Take(ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        Take(update.Contents.OfType<UsageContent>().Select(u => u.Details).FirstOrDefault(), update.ModelId);
    }

    public void Take(UsageDetails? usage, string? model)
    {
        lock (_gate)
        {
            _model = model ?? _model;
            if (usage is not null)
            {
                _prompt = (_prompt ?? 0) + (usage.InputTokenCount ?? 0);
                _completion = (_completion ?? 0) + (usage.OutputTokenCount ?? 0);
            }
        }
    }
}
