using Jingke.Domain;
using Jingke.Web.Tabular.Accounts;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;
using Xunit;

namespace Jingke.Tests.Tabular;

public class AccountReaderTests
{
    [Fact]
    public void Accounts_and_their_contacts_may_stand_on_the_same_rows()
    {
        using var file = Sheet.Of(
            "客户编号,客户名称,统一社会信用代码,省份,城市,所属行业,规模,企业性质,员工人数,负责人,电话,首次合作日期,联系人,职务,手机,邮箱,是否首要联系人\n"
                + "0007,深圳某某科技有限公司,91440300MA5DXXXX1A,广东省,深圳市,汽车制造业,大型,民营,\"1,200\",张三,0755-1234567,2019年3月1日,李四,采购总监,13800000000,li@example.com,是\n"
        );

        var (records, problems) = Read(file, FileKind.Accounts);

        Assert.Empty(problems);
        var record = Assert.Single(records);
        Assert.Equal(
            ("0007", "深圳某某科技有限公司", "440300", "36", 1_200),
            (record.Code, record.Name, record.Place.City, record.Industry?.Code, record.Employees)
        );
        Assert.Equal(new DateOnly(2019, 3, 1), record.FirstTraded);
        Assert.True(record.HasContact && record.IsPrimaryContact);
        Assert.Equal(
            ("李四", "采购总监", "13800000000", "li@example.com", "张三"),
            (record[Field.ContactName], record[Field.ContactTitle], record[Field.Mobile], record[Field.Email], record[Field.Salesperson])
        );
    }

    [Fact]
    public void An_english_list_of_accounts_is_read()
    {
        using var file = Sheet.Of(
            "Account Name,Industry,Country,State,City,Employees,Website,Phone\nAcme Ltd,Retail,USA,California,Springfield,500,acme.example,+1 555 0100\n"
        );

        var record = Assert.Single(Read(file, FileKind.Accounts).Records);

        Assert.Equal(("Acme Ltd", "California", "+1 555 0100"), (record.Name, record[Field.Province], record[Field.Phone]));
        Assert.Null(record.Place.Code);
        Assert.Null(record.Industry);
    }

    [Fact]
    public void A_place_is_taken_from_the_address_or_at_last_from_the_name()
    {
        using var file = Sheet.Of("客户名称,地址\n某某公司,浙江省杭州市西湖区文三路1号\n苏州某某有限公司,\n");

        var records = Read(file, FileKind.Accounts).Records;

        Assert.Equal(["330100", "320500"], records.Select(record => record.Place.City));
    }

    [Fact]
    public void Contacts_name_their_account()
    {
        using var file = Sheet.Of(
            "姓名,公司名称,电话,邮箱\n王五,甲公司,010-1,w@x.cn\n,甲公司,010-2,\n赵六,,010-3,\n孙七,乙公司,010-4,not a mail\n"
        );

        var (records, problems) = Read(file, FileKind.Contacts);

        Assert.Equal("王五", Assert.Single(records)[Field.ContactName]);
        Assert.Equal(["contact.missing", "account.missing", "email.unreadable"], problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_list_without_names_is_refused()
    {
        using var file = Sheet.Of("省份,城市\n广东,深圳\n");

        Assert.Equal("columns.missing", Assert.Throws<RuleException>(() => Read(file, FileKind.Accounts)).Code);
    }

    private static (List<AccountRecord> Records, List<RowProblem> Problems) Read(Sheet sheet, FileKind kind)
    {
        var file = SheetFile.Open(sheet.Path);
        var layout = Recognition.Run(file, kind);
        layout.RequireUsable();
        using var reader = new AccountReader(file, layout, FormatScan.Run(file, layout));
        var (records, problems) = (new List<AccountRecord>(), new List<RowProblem>());
        while (reader.Read())
            if (reader.Problem is { } problem)
                problems.Add(problem);
            else
                records.Add(reader.Record);
        reader.Finish();
        return (records, problems);
    }
}
