using Jingke.Domain;
using Jingke.Domain.People;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Identity;

namespace Jingke.Web.Features.Users;

/// <summary><c>jingke user add|password|list</c>: looks after users where no browser can, e.g. when nobody knows the administrator's password.</summary>
internal static class UserVerb
{
    private const string Chinese = """
        用法：
          jingke user list                                          列出用户
          jingke user add --name wang --display 王强 --role rep      添加用户；密码从标准输入读
          jingke user password --name wang                          重设密码

        --role: rep supervisor manager executive finance administrator
        --data、--database：与启动服务时相同
        """;

    private const string English = """
        Usage:
          jingke user list                                          List users
          jingke user add --name wang --display "Wang Qiang" --role rep
                                                                    Add a user; the password is read from standard input
          jingke user password --name wang                          Set another password

        --role: rep supervisor manager executive finance administrator
        --data, --database: the same as for the server
        """;

    /// <summary>Runs the word after <c>user</c>.</summary>
    /// <returns>Exit code: 0 done, 1 refused, 2 called wrongly.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (Array.Exists(args, arg => arg.Split('=')[0] == "--password"))
            return Terminal.Refuse(
                "密码不能写在命令里，别人会看到。请去掉 --password，密码从标准输入读。",
                "A password does not belong on the command line, where others see it. Leave --password out; it is read from standard input.",
                2
            );

        if (args is not ["list" or "add" or "password", .. var options])
            return Help(args);
        if (CallCheck.Refuse(options, "name", "display", "role") is { } code)
            return code;

        var given = new ConfigurationBuilder().AddCommandLine(options).Build();
        switch (args)
        {
            case ["list", ..]:
                return await WithServicesAsync(options, ListAsync);
            case ["add", ..]
                when given["name"] is { Length: > 0 } name && Enum.TryParse<Role>(given["role"], ignoreCase: true, out var role):
                return await WithServicesAsync(options, services => AddAsync(services, name, given["display"] ?? name, role));
            case ["password", ..] when given["name"] is { Length: > 0 } name:
                return await WithServicesAsync(options, services => PasswordAsync(services, name));
            default:
                return Help(args);
        }
    }

    private static int Help(string[] args)
    {
        if (args is not ["--help" or "-h" or "help", ..])
            return Terminal.Refuse(Chinese, English, 2);
        Terminal.Say(Chinese, English);
        return 0;
    }

    private static async Task<int> WithServicesAsync(string[] args, Func<IServiceProvider, Task<int>> work)
    {
        var options = JingkeOptions.From(args);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddData(DatabaseChoice.From(options.Database, options.Data))
            .AddAccess()
            .AddUsers()
            .BuildServiceProvider();
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        try
        {
            return await work(scope.ServiceProvider);
        }
        catch (RuleException refusal)
        {
            return Terminal.Refuse(refusal, code: 1);
        }
    }

    private static async Task<int> ListAsync(IServiceProvider services)
    {
        var people = services.GetRequiredService<PeopleDirectory>();
        await people.ReloadAsync(CancellationToken.None);
        foreach (var person in people.Current.People)
            Console.WriteLine(
                string.Join(
                    '\t',
                    person.UserName,
                    person.Name,
                    person.Role,
                    people.Current.FindTeam(person.TeamId)?.Name ?? "-",
                    person.IsActive ? "active" : "inactive"
                )
            );
        return 0;
    }

    private static async Task<int> AddAsync(IServiceProvider services, string name, string display, Role role)
    {
        if (Terminal.ReadSecret("密码", "Password") is not { Length: > 0 } password)
            return NoPassword();

        await services
            .GetRequiredService<AddUser>()
            .RunAsync(
                new()
                {
                    UserName = name,
                    DisplayName = display,
                    Role = role,
                    Password = password,
                },
                CancellationToken.None
            );
        Terminal.Say($"已添加 {display}（{name}）。", $"Added {display} ({name}).");
        return 0;
    }

    private static async Task<int> PasswordAsync(IServiceProvider services, string name)
    {
        if (await services.GetRequiredService<UserManager<User>>().FindByNameAsync(name) is not { } user)
            return Terminal.Refuse($"没有“{name}”这个用户。", $"There is no user '{name}'.");
        if (Terminal.ReadSecret("新密码", "New password") is not { Length: > 0 } password)
            return NoPassword();

        await services.GetRequiredService<ResetPassword>().RunAsync(user.Id, password, CancellationToken.None);
        Terminal.Say($"已重设 {name} 的密码，原来的登录都已失效。", $"The password of {name} is set; earlier sessions have ended.");
        return 0;
    }

    private static int NoPassword() => Terminal.Refuse("没有读到密码，什么也没有改。", "No password was given; nothing was changed.", 2);
}
