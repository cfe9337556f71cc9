namespace Jingke.Web.Tabular.Columns;

/// <summary>Matches headers that are not in the lists by a word they contain; only for what a sales file cannot do without.</summary>
internal static class HeaderGuess
{
    private static readonly (Field Field, string[] Words, string[] Not)[] Words =
    [
        (
            Field.Date,
            ["日期", "date"],
            ["发货", "交货", "到货", "生产", "有效", "付款", "到期", "ship", "due", "deliver", "updat", "birth", "expir"]
        ),
        (
            Field.Amount,
            ["销售额", "金额", "amount", "revenue", "sales", "dollarvalue"],
            [
                "税",
                "折",
                "优惠",
                "成本",
                "运费",
                "退",
                "tax",
                "discount",
                "cost",
                "ship",
                "freight",
                "sales rep",
                "person",
                "channel",
                "refund",
                "id",
                "team",
                "region",
            ]
        ),
        (Field.Quantity, ["数量", "quantity", "qty"], ["退", "库存", "return", "stock"]),
        (Field.UnitPrice, ["单价", "unitprice"], ["成本", "cost"]),
        (Field.AccountCode, ["客户编", "客户代", "客户id", "customerid", "customerno", "customercode", "accountid", "accountno"], []),
        (Field.AccountName, ["客户名", "客户全", "购货", "customername", "accountname"], []),
        (
            Field.OrderNo,
            ["订单号", "订单编", "单据编", "单据号", "orderno", "orderid", "ordernumber", "invoiceno"],
            ["原", "来源", "parent"]
        ),
        (Field.ProductCode, ["产品编", "商品编", "物料编", "存货编", "productid", "productcode", "itemcode"], []),
        (Field.ProductName, ["产品名", "商品名", "物料名", "存货名", "productname", "itemname"], []),
    ];

    /// <summary>The field a header may mean, when it contains a telling word and none that tells against it.</summary>
    public static Field? Find(string key)
    {
        key = SimplifiedChinese.Fold(key);
        foreach (var (field, words, not) in Words)
            if (
                Array.Exists(words, word => key.Contains(word, StringComparison.Ordinal))
                && !Array.Exists(not, word => key.Contains(word, StringComparison.Ordinal))
            )
                return field;
        return null;
    }
}
