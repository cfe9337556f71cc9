using Jingke.Web;
using Jingke.Web.Features.Analyze;
using Jingke.Web.Features.Import.CommandLine;
using Jingke.Web.Features.Users;

// `jingke` alone serves; the first word chooses something else.
return args switch
{
    ["--help" or "-h" or "-?" or "help", ..] => Verbs.Help(),
    ["serve", "--help" or "-h", ..] => Verbs.Help(),
    ["serve", .. var rest] => await Serve.RunAsync(rest),
    ["analyze", .. var rest] => await AnalyzeVerb.RunAsync(rest),
    ["import", .. var rest] => await ImportVerb.RunAsync(rest),
    ["user", .. var rest] => await UserVerb.RunAsync(rest),
    ["doctor", .. var rest] => await Doctor.RunAsync(rest),
    [{ } verb, ..] when !verb.StartsWith('-') => Verbs.Unknown(verb),
    _ => await Serve.RunAsync(args),
};
