namespace Jingke.Web;

/// <summary>The words after <c>jingke</c>.</summary>
internal static class Verbs
{
    private const string Chinese = """
        用法：jingke [serve|import|analyze|user|pool|doctor] [--选项 …]

          jingke                         启动服务（等于 serve）
              --urls http://127.0.0.1:5000     监听地址
              --data ./data                    数据文件夹
              --database "Host=…"              用 PostgreSQL；缺省为数据文件夹里的 SQLite
              --maximumUploadBytes 2147483648  上传文件的最大字节数
              --keepFilesDays 30               导入结束后，文件保留的天数
              --ledgerGrain line|month         内存里保留每一行，还是每月合计
          jingke import --help           导入文件
          jingke analyze --help          不启动服务，直接分析一个订单文件
          jingke user --help             添加用户、设密码、列出用户
          jingke pool --help             把到期的客户收回公海
          jingke doctor                  检查这台机器能否运行

        也可以写成环境变量（JINGKE_DATA、JINGKE_DATABASE …）或写在 appsettings.json 里。
        """;

    private const string English = """
        Usage: jingke [serve|import|analyze|user|pool|doctor] [--options …]

          jingke                         Start the server (same as serve)
              --urls http://127.0.0.1:5000     Address to listen on
              --data ./data                    Data folder
              --database "Host=…"              Use PostgreSQL; default is SQLite in the data folder
              --maximumUploadBytes 2147483648  Largest upload in bytes
              --keepFilesDays 30               Days for which files stay after their import
              --ledgerGrain line|month         Keep every line in memory, or sums of months
          jingke import --help           Bring a file in
          jingke analyze --help          Analyse an order file without a server
          jingke user --help             Add a user, set a password, list users
          jingke pool --help             Return to the public pools what is due
          jingke doctor                  Check whether this machine can run it

        Environment variables (JINGKE_DATA, JINGKE_DATABASE …) and appsettings.json work too.
        """;

    /// <summary>Tells what there is; exit code 0.</summary>
    public static int Help()
    {
        Terminal.Say(Chinese, English);
        return 0;
    }

    /// <summary>Tells that there is no such verb, and what there is; exit code 2.</summary>
    public static int Unknown(string verb)
    {
        Terminal.Refuse($"没有“{verb}”这个命令。", $"There is no command '{verb}'.");
        Console.Error.WriteLine();
        return Terminal.Refuse(Chinese, English, 2);
    }
}
