using System.Threading.Channels;
using PaperChat.Review;

namespace PaperChat.Chat.Desk;

/// <summary>
/// A review that is made beside those who tell its stages, so that each is told while it lasts. Disposing it cancels what is not done and
/// waits for its end: whoever leaves early leaves no work behind that nobody watches.
/// </summary>
internal sealed class ReviewRun : IAsyncDisposable
{
    private readonly Channel<ReviewProgress> _stages = Channel.CreateUnbounded<ReviewProgress>();
    private readonly CancellationTokenSource _leaving;

    /// <param name="build">Makes the review.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ReviewRun(Func<IProgress<ReviewProgress>, CancellationToken, Task<LiteratureReview>> build, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(build);
        _leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Result = Task.Run(() => RunAsync(build, _leaving.Token), CancellationToken.None);
    }

    /// <summary>The review, or why there is none.</summary>
    public Task<LiteratureReview> Result { get; }

    /// <summary>The stages as they come, to the end of the work.</summary>
    public IAsyncEnumerable<ReviewProgress> StagesAsync(CancellationToken cancellationToken) => _stages.Reader.ReadAllAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await ((Task)Result).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _leaving.Dispose();
    }

    private async Task<LiteratureReview> RunAsync(Func<IProgress<ReviewProgress>, CancellationToken, Task<LiteratureReview>> build, CancellationToken cancellationToken)
    {
        try
        {
            return await build(new Reports(_stages.Writer), cancellationToken);
        }
        finally
        {
            _stages.Writer.Complete();
        }
    }

    // Not Progress<T>, which reports later and on another thread.
    private sealed class Reports(ChannelWriter<ReviewProgress> stages) : IProgress<ReviewProgress>
    {
        public void Report(ReviewProgress value) => stages.TryWrite(value);
    }
}
