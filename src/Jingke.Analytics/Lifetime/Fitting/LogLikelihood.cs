namespace Jingke.Analytics.Lifetime.Fitting;

/// <summary>
/// A log-likelihood over rows as a function of the logarithms of its parameters, with its gradient. Rows are summed in blocks of fixed
/// size and blocks in their order, so that the number of threads does not change a digit.
/// </summary>
internal abstract class LogLikelihood(int rows, int parameters)
{
    private const int Block = 2048;

    /// <summary>Number of parameters.</summary>
    public int Parameters => parameters;

    /// <summary>Number of rows.</summary>
    public int Rows => rows;

    /// <summary>Number of customers, the sum of the rows' counts.</summary>
    public abstract double Customers { get; }

    /// <summary>The log-likelihood at the parameters' logarithms; the gradient is with respect to those.</summary>
    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        var values = new double[parameters];
        for (var i = 0; i < parameters; i++)
            values[i] = Math.Exp(logs[i]);

        Prepare(values);
        var blocks = (rows + Block - 1) / Block;
        var sums = new double[blocks * (parameters + 1)];
        void Sum(int block) =>
            SumRows(values, block * Block, Math.Min((block + 1) * Block, rows), sums.AsSpan(block * (parameters + 1), parameters + 1));
        if (blocks > 2)
            Parallel.For(0, blocks, Sum);
        else
        {
            for (var block = 0; block < blocks; block++)
                Sum(block);
        }

        var total = 0.0;
        gradient.Clear();
        for (var block = 0; block < blocks; block++)
        {
            var part = sums.AsSpan(block * (parameters + 1), parameters + 1);
            total += part[0];
            for (var i = 0; i < parameters; i++)
                gradient[i] += part[i + 1];
        }

        for (var i = 0; i < parameters; i++)
            gradient[i] *= values[i];

        return total;
    }

    /// <summary>Works out what all rows share at these parameter values.</summary>
    protected abstract void Prepare(double[] values);

    /// <summary>Adds some rows' log-likelihood to sums[0], and its derivatives with respect to the parameters to the entries that follow.</summary>
    protected abstract void SumRows(double[] values, int from, int to, Span<double> sums);
}
