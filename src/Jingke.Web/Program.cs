using Jingke.Web;

// `jingke` alone serves; the first word chooses something else.
return args is [{ } verb, .. var rest] && !verb.StartsWith('-')
    ? verb switch
    {
        "serve" => await Serve.RunAsync(rest),
        _ => Verbs.Unknown(verb),
    }
    : await Serve.RunAsync(args);
