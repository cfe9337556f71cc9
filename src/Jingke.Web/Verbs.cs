namespace Jingke.Web;

/// <summary>The words after <c>jingke</c>.</summary>
internal static class Verbs
{
    private const string Words = """
        用法 Usage: jingke [serve|import|analyze|user|doctor] [--options]

          jingke                         启动服务(等于 serve) Start the server (same as serve)
              --urls http://127.0.0.1:5000   监听地址 Address to listen on
              --data ./data                  数据文件夹 Data folder
              --database "Host=…"            用 PostgreSQL,缺省为数据文件夹里的 SQLite Use PostgreSQL; default is SQLite in the data folder
          jingke import --help           导入文件 Bring a file in
          jingke analyze --help          不启动服务,直接分析一个订单文件 Analyse an order file without a server
          jingke user --help             添加用户、设密码、列出用户 Add a user, set a password, list users
          jingke doctor                  检查这台机器能否运行 Check whether this machine can run it

        也可以用环境变量 JINGKE_DATA、JINGKE_DATABASE,或 appsettings.json。
        Environment variables JINGKE_DATA, JINGKE_DATABASE and appsettings.json work too.
        """;

    /// <summary>Tells what there is; exit code 0.</summary>
    public static int Help()
    {
        Console.WriteLine(Words);
        return 0;
    }

    /// <summary>Tells that there is no such verb, and what there is; exit code 2.</summary>
    public static int Unknown(string verb)
    {
        Console.Error.WriteLine($"没有“{verb}”这个命令。There is no command '{verb}'.");
        Console.Error.WriteLine();
        Console.Error.WriteLine(Words);
        return 2;
    }
}
