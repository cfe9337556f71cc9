using Jingke.Domain;
using Jingke.Web;
using Jingke.Web.Features.Analyze;
using Jingke.Web.Features.Import.CommandLine;
using Jingke.Web.Features.Pools;
using Jingke.Web.Features.Users;

// `jingke` alone serves; the first word chooses something else.
try
{
    return args switch
    {
        ["--help" or "-h" or "-?" or "help", ..] => Verbs.Help(),
        ["serve", "--help" or "-h", ..] => Verbs.Help(),
        ["serve", .. var rest] => await StartFailure.GuardAsync(rest, Serve.RunAsync),
        ["analyze", .. var rest] => await AnalyzeVerb.RunAsync(rest),
        ["import", .. var rest] => await StartFailure.GuardAsync(rest, ImportVerb.RunAsync),
        ["user", .. var rest] => await StartFailure.GuardAsync(rest, UserVerb.RunAsync),
        ["pool", .. var rest] => await StartFailure.GuardAsync(rest, PoolVerb.RunAsync),
        ["doctor", .. var rest] => await Doctor.RunAsync(rest),
        [{ } verb, ..] when !verb.StartsWith('-') => Verbs.Unknown(verb),
        _ => await StartFailure.GuardAsync(args, Serve.RunAsync),
    };
}
catch (RuleException refusal) when (refusal.Code == "setting.not-allowed")
{
    return Terminal.Refuse(refusal);
}
