using System.Runtime.CompilerServices;

namespace Jingke.Analytics.Forecasting.Ets;

/// <summary>Maximum likelihood for one model, on a series whose values lie around 1.</summary>
internal sealed class EtsFit
{
    /// <summary>Parameters stay in the usual region 0 &lt; beta &lt; alpha &lt; 1, 0 &lt; gamma &lt; 1 - alpha, and off its edge.</summary>
    private const double Edge = 1e-4;

    private const double LeastPhi = 0.8;
    private const double MostPhi = 0.98;

    /// <summary>Squared errors below this (around 1) are rounding: a perfect fit must not win by the noise of its last digit.</summary>
    private const double Perfect = 1e-24;

    private const int ScreeningEvaluations = 150;
    private const int ExactEvaluations = 1000;
    private const int Evaluations = 2000;
    private const double Tolerance = 1e-8;
    private const double FirstAlpha = 0.1;
    private const double FirstPhi = 0.97;
    private const double FirstGamma = 0.05;

    /// <summary>First step of the wide search in parameters and factors, in steps of the level.</summary>
    private const double Wide = 4000;

    private const double WidePhi = 0.978;

    private readonly double[] y;
    private readonly EtsForm form;
    private readonly int seasonLength;
    private readonly EtsStart start;
    private readonly double[] season;
    private readonly int betaAt;
    private readonly int gammaAt;
    private readonly int phiAt;
    private readonly int levelAt;

    private EtsFit(double[] y, EtsForm form, int seasonLength)
    {
        (this.y, this.form, this.seasonLength) = (y, form, seasonLength);
        start = EtsStart.Of(y, form, seasonLength);
        season = new double[form.Season is null ? 0 : seasonLength];
        var at = 1;
        betaAt = form.Trend ? at++ : -1;
        gammaAt = form.Season is null ? -1 : at++;
        phiAt = form.Damped ? at++ : -1;
        levelAt = at;
    }

    private int Count => levelAt + 1 + (form.Trend ? 1 : 0) + Math.Max(season.Length - 1, 0);

    private int SeasonAt => levelAt + 1 + (form.Trend ? 1 : 0);

    /// <summary>The fit of one model to a series; null where the series does not allow it.</summary>
    public static EtsFit? For(double[] y, EtsForm form, int season)
    {
        if (form.Season is not null && (season < 2 || y.Length <= season))
            return null;
        if (y.Length <= form.Parameters(season) || (form.NeedsPositive && !Seasonality.IsPositive(y)))
            return null;

        return new EtsFit(y, form, season);
    }

    /// <summary>Smoothing parameters of the greatest likelihood with the first states as the decomposition gives them; to be compared only.</summary>
    public EtsModel? Screened()
    {
        var point = Start(FirstAlpha, FirstPhi);
        FitSmoothing(point);
        return Model(point, withFitted: false);
    }

    /// <summary>Least squares, or greatest likelihood, to the last decimal: for models without season.</summary>
    public EtsModel? Exact()
    {
        var point = Start(FirstAlpha, FirstPhi);
        FitSmoothing(point);
        NelderMead.Minimise(Criterion, point, Steps(point), ExactEvaluations, Tolerance);
        return Model(point);
    }

    /// <summary>
    /// Greatest likelihood, first states included, by a search that begins with a simplex far wider than the region in everything but
    /// level, trend and amounts, and rejects what lies outside. It contracts towards the start in small steps and hence stays near it
    /// where the likelihood is flat; models with a dozen first states that are searched without such restraint fit the past better and
    /// forecast worse. The usual software searches in this way for series in the thousands.
    /// </summary>
    public EtsModel? Fitted()
    {
        var point = Start(Edge + (0.2 * (1 - (2 * Edge)) / Math.Max(seasonLength, 1)), WidePhi);
        var steps = new double[Count];
        var size = Math.Max(Math.Abs(point[levelAt]), 0.1) / 10;
        Array.Fill(steps, Wide * size);
        steps.AsSpan(levelAt, SeasonAt - levelAt).Fill(size);
        if (form.Season == SeasonKind.Additive)
            steps.AsSpan(SeasonAt).Fill(size);
        NelderMead.Minimise(
            tried => IsInside(tried) ? Criterion(tried) : double.PositiveInfinity,
            point,
            steps,
            Evaluations,
            Tolerance,
            cautious: false
        );
        return Model(point);
    }

    /// <summary>A cheap search over the few smoothing parameters alone, with the first states as they are.</summary>
    private void FitSmoothing(double[] point)
    {
        var smoothing = point[..levelAt];
        NelderMead.Minimise(
            tried =>
            {
                tried.CopyTo(point, 0);
                var value = Criterion(point);
                Array.Copy(point, tried, tried.Length);
                return value;
            },
            smoothing,
            Steps(point)[..levelAt],
            ScreeningEvaluations,
            Tolerance
        );
        smoothing.CopyTo(point, 0);
    }

    private double[] Start(double alpha, double phi)
    {
        var point = new double[Count];
        point[0] = alpha;
        if (form.Trend)
            (point[betaAt], point[levelAt + 1]) = (Edge + ((alpha - Edge) / 10), start.Trend);
        if (form.Damped)
            point[phiAt] = phi;
        point[levelAt] = start.Level;
        if (form.Season is not null)
        {
            point[gammaAt] = FirstGamma;
            start.Season.AsSpan(1).CopyTo(point.AsSpan(SeasonAt));
        }

        return point;
    }

    private double[] Steps(double[] point)
    {
        var steps = new double[Count];
        steps[0] = point[0] > 0.5 ? -0.1 : 0.1;
        if (form.Trend)
            (steps[betaAt], steps[levelAt + 1]) = (0.05, Math.Max(Math.Abs(point[levelAt + 1]), 0.005) / 2);
        if (form.Damped)
            steps[phiAt] = -0.05;
        if (form.Season is not null)
        {
            steps[gammaAt] = 0.05;
            steps.AsSpan(SeasonAt).Fill(0.05);
        }

        steps[levelAt] = 0.1 * Math.Max(Math.Abs(point[levelAt]), 0.1);
        return steps;
    }

    /// <summary>Moves the parameters of a point back into the usual region.</summary>
    private EtsSmoothing Inside(double[] point)
    {
        var alpha = point[0] = Math.Clamp(point[0], Edge, 1 - Edge);
        var beta = form.Trend ? point[betaAt] = Math.Clamp(point[betaAt], Edge, Math.Max(alpha, Edge)) : 0;
        var gamma = form.Season is null ? 0 : point[gammaAt] = Math.Clamp(point[gammaAt], Edge, Math.Max(1 - alpha, Edge));
        var phi = form.Damped ? point[phiAt] = Math.Clamp(point[phiAt], LeastPhi, MostPhi) : 1;
        return new(alpha, beta, gamma, phi);
    }

    private bool IsInside(double[] point)
    {
        var alpha = point[0];
        return alpha is >= Edge and <= 1 - Edge
            && (!form.Trend || (point[betaAt] >= Edge && point[betaAt] <= alpha))
            && (form.Season is null || (point[gammaAt] >= Edge && point[gammaAt] <= 1 - alpha))
            && (!form.Damped || point[phiAt] is >= LeastPhi and <= MostPhi);
    }

    /// <summary>Minus twice the log-likelihood; infinite where the model has no meaning.</summary>
    private double Criterion(double[] point) => Run(point, out _) is { } value ? value : double.PositiveInfinity;

    private double? Run(double[] point, out EtsRecursion recursion)
    {
        var smoothing = Inside(point);
        recursion = Begin(point);
        if (!recursion.Run(y, form, smoothing))
            return null;

        var value = (y.Length * Math.Log(Math.Max(recursion.Squares, Perfect * y.Length))) + (2 * recursion.Logarithms);
        return double.IsFinite(value) ? value : null;
    }

    /// <summary>The first states of a point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private EtsRecursion Begin(double[] point)
    {
        if (season.Length > 0)
        {
            // The first season is what the others leave: amounts add up to 0, factors to their number.
            point.AsSpan(SeasonAt).CopyTo(season.AsSpan(1));
            season[0] = form.Season == SeasonKind.Additive ? 0 : season.Length;
            for (var i = 1; i < season.Length; i++)
                season[0] -= season[i];
        }

        return new EtsRecursion
        {
            Level = point[levelAt],
            Trend = form.Trend ? point[levelAt + 1] : 0,
            Season = season,
        };
    }

    private EtsModel? Model(double[] point, bool withFitted = true)
    {
        if (Run(point, out var last) is not { } criterion)
            return null;

        var k = form.Parameters(seasonLength);
        var room = y.Length - k - 1;
        var coming = new double[season.Length];
        for (var h = 0; h < coming.Length; h++)
            coming[h] = season[(y.Length + h) % season.Length];
        var smoothing = Inside(point);
        return new EtsModel
        {
            Form = form,
            Smoothing = smoothing,
            Level = last.Level,
            Trend = last.Trend,
            Season = coming,
            Fitted = !withFitted ? [] : Begin(point).OneStepAhead(y, form, smoothing),
            Variance = last.Squares / Math.Max(y.Length - k + 1, 1),
            LogLikelihood = -criterion / 2,
            Aicc = room > 0 ? criterion + (2 * k) + (2d * k * (k + 1) / room) : double.PositiveInfinity,
        };
    }
}
