using System.Text;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.Start;

/// <summary>What a person gets who calls <c>jingke</c> wrongly, or whose machine refuses: a sentence and an exit code, never a stack trace.</summary>
public sealed class VerbTests : IDisposable
{
    private const string NoServer = "Host=127.0.0.1;Port=1;Username=x;Database=y;Timeout=2";

    private readonly string folder = Directory.CreateTempSubdirectory("jingke-verbs-").FullName;

    public VerbTests()
    {
        File.WriteAllText(Path.Combine(folder, "orders.csv"), "日期,客户,金额\n2026-01-02,甲公司,10\n");
        File.WriteAllText(Path.Combine(folder, "table.csv"), "a,b\n1,2\n");
        File.WriteAllText(Path.Combine(folder, "junk.db"), new string('x', 5_000));
        // A file where a folder is wanted cannot be written, not even by root.
        File.WriteAllText(Path.Combine(folder, "taken"), "");
    }

    [Theory]
    [InlineData(2, "没有“bogus”这个命令", "bogus")]
    [InlineData(2, "没有“--bogus”这个选项", "serve", "--bogus", "1")]
    [InlineData(2, "没有“extra”这个选项", "serve", "extra")]
    [InlineData(2, "选项 --data 后面缺少值", "serve", "--data")]
    [InlineData(2, "maximumUploadBytes", "serve", "--maximumUploadBytes", "many")]
    [InlineData(2, "“bogus”不是可以监听的地址", "serve", "--urls", "bogus")]
    [InlineData(2, "“http://127.0.0.1:99999”不是可以监听的地址", "--urls", "http://127.0.0.1:99999")]
    [InlineData(1, "不能在这个地址监听", "serve", "--urls", "http://203.0.113.7:5000")]
    [InlineData(1, "数据文件夹不能写入", "serve", "--data", "taken")]
    [InlineData(1, "数据库 PostgreSQL 打不开", "serve", "--database", NoServer)]
    [InlineData(1, "数据库 SQLite 打不开", "serve", "--database", "junk.db")]
    [InlineData(2, "jingke import", "import")]
    [InlineData(2, "“--bogus”", "import", "--bogus")]
    [InlineData(2, "“fruit”", "import", "orders.csv", "--kind", "fruit")]
    [InlineData(1, "“missing.csv”", "import", "missing.csv")]
    [InlineData(1, "一个列名也没认出来", "import", "table.csv")]
    [InlineData(1, "数据文件夹不能写入", "import", "orders.csv", "--data", "taken")]
    [InlineData(1, "数据库 PostgreSQL 打不开", "import", "orders.csv", "--database", NoServer)]
    [InlineData(1, "数据库 SQLite 打不开", "import", "orders.csv", "--database", "junk.db")]
    [InlineData(1, "Couldn't set bogus", "import", "orders.csv", "--database", "Host=127.0.0.1;bogus=1")]
    [InlineData(2, "jingke user list", "user")]
    [InlineData(2, "jingke user list", "user", "-x")]
    [InlineData(2, "没有“--bogus”这个选项", "user", "list", "--bogus", "1")]
    [InlineData(2, "--role", "user", "add", "--name", "wang", "--role", "king")]
    [InlineData(2, "密码不能写在命令里", "user", "add", "--name", "wang", "--role", "rep", "--password", "secret")]
    [InlineData(2, "什么也没有改", "user", "add", "--name", "wang", "--role", "rep")]
    [InlineData(1, "没有“nobody”这个用户", "user", "password", "--name", "nobody")]
    [InlineData(1, "数据文件夹不能写入", "user", "list", "--data", "taken")]
    [InlineData(1, "数据库 SQLite 打不开", "user", "list", "--database", "junk.db")]
    [InlineData(1, "数据文件夹不能写入", "doctor", "--data", "taken")]
    [InlineData(1, "数据库 SQLite 打不开", "doctor", "--database", "junk.db")]
    [InlineData(2, "没有“--dta”这个选项", "doctor", "--dta", "x")]
    [InlineData(2, "--sales", "analyze")]
    public async Task A_wrong_call_ends_with_a_sentence_and_an_exit_code(int code, string words, params string[] args)
    {
        var (exitCode, output, error) = await ProductProcess.RunAsync(args, folder);

        Assert.True(exitCode == code, $"{exitCode}\n{output}\n{error}");
        Assert.Contains(words, output + error);
        Assert.DoesNotContain("   at ", output + error);
        Assert.DoesNotContain("Unhandled", output + error);
    }

    [Fact]
    public async Task Each_verb_does_its_work_in_an_empty_folder()
    {
        var added = await ProductProcess.RunAsync(
            ["user", "add", "--name", "wang", "--display", "王强", "--role", "manager"],
            folder,
            "correct horse battery\n"
        );
        var listed = await ProductProcess.RunAsync(["user", "list"], folder);
        var dry = await ProductProcess.RunAsync(["import", "orders.csv", "--dry-run"], folder);
        var imported = await ProductProcess.RunAsync(["import", "orders.csv"], folder);
        var again = await ProductProcess.RunAsync(["import", "orders.csv"], folder);
        var doctor = await ProductProcess.RunAsync(["doctor"], folder);
        var help = await ProductProcess.RunAsync(["help"], folder);

        Assert.All(
            new[] { added, listed, dry, imported, again, doctor, help },
            run =>
            {
                Assert.True(run.ExitCode == 0, run.Output + run.Error);
                // A slow machine shows how far an import has come.
                Assert.All(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("已处理", line));
            }
        );
        Assert.Contains("王强", listed.Output);
        Assert.Contains("将导入 1 行", dry.Output);
        Assert.Contains("导入 1 行", imported.Output);
        Assert.Contains("跳过 1 行", again.Output);
        Assert.Contains("结构是最新的", doctor.Output);
        Assert.Contains("jingke analyze --help", help.Output);
        Assert.True(File.Exists(Path.Combine(folder, "data", "jingke.db")));
        Assert.Equal("日期,客户,金额", (await File.ReadAllLinesAsync(Path.Combine(folder, "orders.csv"), Encoding.UTF8))[0]);
    }

    [Fact]
    public async Task Started_from_the_source_it_works_in_the_folder_of_the_person()
    {
        var (exitCode, output, error) = await ProductProcess.RunFromSourceAsync(["analyze", "--sales", "orders.csv"], folder);

        Assert.True(exitCode == 0, output + error);
        Assert.Contains("净销售额 10.00", output);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
