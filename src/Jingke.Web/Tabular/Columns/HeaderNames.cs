using System.Collections.Frozen;

namespace Jingke.Web.Tabular.Columns;

/// <summary>The headers people and programs write, best first: of two columns the one named earlier here is taken.</summary>
internal static class HeaderNames
{
    private static readonly (Field Field, string Names)[] Common =
    [
        (
            Field.AccountCode,
            "客户编号 客户编码 客户代码 客户id 客户号 客户no 顾客id 顾客编号 顾客编码 会员编号 会员id 会员号 购货单位编码 往来单位编码 往来单位编号 买方编码 "
                + "customerid customerno customernumber customercode customer# custid custno custcode custnumber accountid accountno accountnumber accountcode "
                + "clientid clientno clientcode buyerid memberid soldto soldtoparty soldtopartycode customerkey accountkey userid"
        ),
        (
            Field.AccountName,
            "客户名称 客户全称 客户名 顾客名称 客户姓名 顾客姓名 购货单位名称 购货单位 购买单位 购买方名称 购买方 购方名称 往来单位名称 往来单位 单位名称 企业名称 公司名称 采购单位 "
                + "客户简称 客户 顾客 买家名称 买家 买方名称 买方 会员名称 会员 "
                + "customername customerfullname accountname clientname companyname buyername custname soldtopartyname soldtoname customer account client company buyer organization organisation"
        ),
        (
            Field.Salesperson,
            "业务员 销售员 销售人员 销售代表 业务代表 销售 业务人员 客户经理 销售经理 负责人 所属销售 归属人 所有者 跟进人 业务经理 专管员 "
                + "salesperson salesrep salesrepresentative salesman salesagent rep accountmanager accountowner owner ownername seller salesmanager salespersonname"
        ),
        (Field.Country, "国家 国家地区 国家或地区 country countryregion countryname nation"),
        (
            Field.Zone,
            "大区 销售大区 销售区域 片区 区域 地区 战区 销售地区 zone salesregion region area salesarea territory salesterritory market"
        ),
        (
            Field.Province,
            "省自治区 省份 省 省直辖市 省市自治区 所在省份 所在省 客户省份 收货省份 省市 所属省份 province stateprovince provincestate state provincename shiptostate"
        ),
        (Field.City, "城市 地级市 市 地市 所在城市 所在市 城市名称 收货城市 所属城市 city cityname town shiptocity citytown"),
        (Field.District, "区县 县区 区 县 市县 所在区县 district county"),
        (Field.Industry, "行业 所属行业 行业名称 客户行业 行业分类 行业类别 行业类型 国民经济行业 industry industryname sector vertical"),
        (Field.Size, "客户规模 企业规模 规模 公司规模 单位规模 customersize companysize size accountsize businesssize"),
        (
            Field.Ownership,
            "所有制 企业性质 客户性质 公司性质 单位性质 经济性质 企业类型 经济类型 所有制性质 性质 ownership ownershiptype companytype businesstype"
        ),
        (
            Field.Segment,
            "细分 客户细分 细分市场 客户群 客户类型 客户类别 客户分类 segment customersegment customertype customergroup customerclass"
        ),
    ];

    private static readonly (Field Field, string Names)[] Sales =
    [
        (
            Field.OrderNo,
            "订单编号 订单号 订单id 订单号码 销售订单号 销售单号 销售订单编号 订单 单据编号 单据号 单据号码 单号 出库单号 发货单号 交易号 交易单号 合同号 合同编号 发票号 发票号码 小票号 流水号 "
                + "orderid orderno ordernumber order# ordercode order salesorder salesorderno salesordernumber sono so# salesdocument invoiceno invoicenumber invoiceid invoice# invoice "
                + "documentno documentnumber docno transactionid transactionno transactionnumber receiptno receiptid billno"
        ),
        (
            Field.LineNo,
            "行号 订单行号 行id 行项目 行项目号 明细行号 分录号 分录行号 行 lineno linenumber line# lineid orderline orderlineno orderlinenumber lineitem lineitemno rowid orderlineid"
        ),
        (
            Field.Date,
            "订单日期 下单日期 订单时间 下单时间 订购日期 订货日期 销售日期 交易日期 成交日期 业务日期 单据日期 开单日期 制单日期 签约日期 日期 付款日期 支付时间 付款时间 成交时间 交易时间 销售时间 "
                + "记账日期 过账日期 开票日期 发票日期 出库日期 创建时间 创建日期 时间 发货日期 发货时间 "
                + "orderdate dateoforder orderedon ordereddate purchasedate salesdate saledate dateofsale transactiondate invoicedate date documentdate docdate bookingdate postingdate billingdate billdate "
                + "orderdatetime datetime createdat createddate createdon ordertime timestamp day shipdate shippeddate deliverydate"
        ),
        (
            Field.ProductCode,
            "产品编号 产品编码 产品id 产品代码 商品编号 商品编码 商品id 商品代码 物料编码 物料编号 物料号 物料代码 存货编码 存货编号 货号 款号 料号 品号 sku sku编码 sku编号 条码 商品条码 "
                + "productid productcode productno productnumber product# itemid itemcode itemno itemnumber item# stockcode skuid skucode materialno materialnumber material partno partnumber articleno articlenumber upc ean barcode"
        ),
        (
            Field.ProductName,
            "产品名称 商品名称 物料名称 存货名称 货品名称 产品 商品 品名 货物名称 项目名称 物料描述 商品标题 宝贝标题 "
                + "productname itemname product item description productdescription itemdescription materialdescription skuname productline lineitemname"
        ),
        (
            Field.Category,
            "产品类别 商品类别 类别 产品大类 商品分类 产品分类 大类 分类 品类 产品类型 物料组 存货分类 一级分类 一级类目 产品系列 产品线 "
                + "category productcategory categoryname productgroup itemcategory itemgroup department producttype itemtype family"
        ),
        (Field.Subcategory, "子类别 产品子类 小类 产品小类 二级分类 二级类目 子类 subcategory productsubcategory subcategoryname"),
        (
            Field.Quantity,
            "数量 销售数量 销量 订单数量 订购数量 购买数量 件数 实发数量 出库数量 发货数量 主数量 商品数量 购买件数 "
                + "quantity qty orderquantity orderqty quantityordered salesquantity salesqty soldqty units unitssold unitsordered pieces pcs invoicedqty numberofitems"
        ),
        (
            Field.UnitPrice,
            "单价 销售单价 成交单价 含税单价 实际单价 无税单价 不含税单价 商品单价 价格 售价 销售价 成交价 "
                + "unitprice priceeach price salesprice sellingprice itemprice unitsellingprice rate"
        ),
        (
            Field.Amount,
            "净销售额 销售额 销售金额 销售收入 成交金额 成交额 实收金额 实付金额 实际金额 折后金额 本币金额 金额 行金额 明细金额 商品金额 小计 无税金额 不含税金额 价税合计 含税金额 合计金额 总金额 总额 总价 合计 "
                + "应收金额 交易金额 支付金额 开票金额 收入 营业额 订单金额 订单总额 订单总金额 流水 "
                + "netsales netamount netsalesamount salesamount sales amount lineamount linetotal linesales salesvalue netvalue netrevenue extendedprice extendedamount extprice itemtotal subtotal "
                + "revenue salesrevenue totalsales totalamount totalprice total totalrevenue turnover grosssales amountpaid value ordervalue orderamount ordertotal grandtotal paymentamount"
        ),
        (
            Field.Cost,
            "成本 成本金额 成本额 总成本 销售成本 商品成本 cost totalcost costamount cogs costofgoodssold costofsales productcost linecost extendedcost"
        ),
        (Field.UnitCost, "单位成本 成本单价 成本价 进价 采购单价 unitcost costprice costeach purchaseprice standardcost"),
        (Field.Profit, "利润 毛利 毛利额 利润额 毛利润 销售利润 profit grossprofit margin grossmargin profitamount contribution"),
        (
            Field.Discount,
            "折扣 折扣率 折扣额 折扣金额 优惠金额 优惠 让利金额 扣率 discount discountrate discountpercent discountpct discountamount discountvalue rebate"
        ),
        (Field.Currency, "币种 币别 货币 货币代码 结算币种 currency currencycode curr"),
    ];

    private static readonly (Field Field, string Names)[] Accounts =
    [
        (Field.AccountName, "名称 全称 name fullname legalname"),
        (Field.AccountCode, "编号 编码 代码 id no code"),
        (
            Field.CreditCode,
            "统一社会信用代码 社会信用代码 信用代码 税号 纳税人识别号 组织机构代码 creditcode unifiedsocialcreditcode uscc taxid taxno vatno registrationno"
        ),
        (
            Field.Address,
            "地址 详细地址 注册地址 公司地址 客户地址 办公地址 通讯地址 单位地址 address streetaddress address1 registeredaddress officeaddress location officelocation"
        ),
        (Field.Employees, "员工人数 员工数 人数 职工人数 人员规模 从业人数 employees numberofemployees headcount staff employeecount"),
        (Field.Source, "客户来源 来源 线索来源 来源渠道 渠道 source leadsource accountsource channel"),
        (Field.Phone, "公司电话 电话 联系电话 单位电话 总机 座机 固定电话 phone telephone companyphone tel mainphone officephone"),
        (Field.Website, "网址 网站 官网 主页 公司网址 website url web homepage"),
        (
            Field.FirstTraded,
            "首次合作日期 合作日期 首次成交日期 首单日期 开户日期 建档日期 合作时间 firsttraded firstorderdate customersince accountsince since startdate"
        ),
    ];

    private static readonly (Field Field, string Names)[] Contacts =
    [
        (
            Field.ContactName,
            "联系人 联系人姓名 联系人名称 主要联系人 首要联系人 对接人 contact contactname contactperson primarycontact fullcontactname"
        ),
        (Field.ContactTitle, "职务 职位 头衔 岗位 联系人职务 联系人职位 title jobtitle position role contacttitle"),
        (Field.Department, "部门 所在部门 联系人部门 department dept"),
        (
            Field.Mobile,
            "手机 手机号 手机号码 移动电话 联系人手机 联系手机 mobile mobilephone cellphone cell mobileno mobilenumber contactmobile"
        ),
        (Field.ContactPhone, "联系人电话 办公电话 直线 分机 contactphone directphone workphone"),
        (Field.Email, "邮箱 电子邮箱 电子邮件 邮件 邮件地址 联系人邮箱 email emailaddress mail contactemail"),
        (Field.WeChat, "微信 微信号 wechat wechatid weixin"),
        (
            Field.IsPrimary,
            "是否首要 是否首要联系人 首要 是否主联系人 主联系人 是否主要联系人 默认联系人 primary isprimary maincontact isprimarycontact"
        ),
    ];

    private static readonly (Field Field, string Names)[] ContactsAlone =
    [
        (Field.ContactName, "姓名 名字 name fullname"),
        (Field.ContactPhone, "电话 联系电话 座机 固定电话 phone telephone tel"),
    ];

    private static readonly (Field Field, string Names)[] Receivables =
    [
        (
            Field.InvoiceNo,
            "发票号 发票号码 发票编号 应收单号 应收单编号 应收单据号 单据编号 单据号 单据号码 单号 "
                + "invoiceno invoicenumber invoiceid invoice# invoice documentno documentnumber docno billno billnumber"
        ),
        (
            Field.InvoiceDate,
            "开票日期 发票日期 开票时间 开票日 应收日期 单据日期 业务日期 记账日期 日期 "
                + "invoicedate invoicedon dateofinvoice billingdate billdate documentdate issuedate date"
        ),
        (
            Field.DueDate,
            "到期日 到期日期 应收到期日 付款到期日 收款到期日 约定回款日 约定付款日 应回款日期 应收款日期 应付款日期 付款期限 最迟付款日 "
                + "duedate due dueon paymentdue paymentduedate maturitydate netduedate"
        ),
        (
            Field.InvoiceAmount,
            "发票金额 开票金额 应收金额 应收款 应收账款 应收总额 价税合计 含税金额 金额 总金额 "
                + "invoiceamount amount totalamount invoicetotal total receivable receivableamount amountdue"
        ),
        (
            Field.ReceiptDate,
            "收款日期 回款日期 到账日期 到款日期 实收日期 收款时间 回款时间 付款日期 最近收款日期 "
                + "receiptdate paymentdate paidon paiddate datepaid receivedon receiveddate settleddate clearingdate"
        ),
        (
            Field.ReceiptAmount,
            "收款金额 回款金额 到账金额 到款金额 实收金额 已收金额 已收款 已回款 收款额 回款额 付款金额 "
                + "receiptamount amountpaid paidamount paymentamount receivedamount amountreceived paid"
        ),
    ];

    private static readonly FrozenDictionary<string, (Field, int)> OfSales = Build(Common, Sales);
    private static readonly FrozenDictionary<string, (Field, int)> OfAccounts = Build(Common, Accounts, Contacts);
    private static readonly FrozenDictionary<string, (Field, int)> OfContacts = Build(Common, Contacts, ContactsAlone);
    private static readonly FrozenDictionary<string, (Field, int)> OfReceivables = Build(Common, Receivables);

    /// <summary>What a header means in a file of this kind.</summary>
    /// <param name="kind">The kind of file.</param>
    /// <param name="key">Of <see cref="HeaderText.Key"/>.</param>
    /// <returns>The field and its rank, 0 best; null when the header is not in the lists.</returns>
    public static (Field Field, int Rank)? Find(FileKind kind, string key)
    {
        var names = kind switch
        {
            FileKind.Sales => OfSales,
            FileKind.Accounts => OfAccounts,
            FileKind.Receivables => OfReceivables,
            _ => OfContacts,
        };
        if (names.TryGetValue(key, out var found))
            return found;
        return names.TryGetValue(SimplifiedChinese.Fold(key), out found) ? found : null;
    }

    private static FrozenDictionary<string, (Field, int)> Build(params (Field Field, string Names)[][] lists)
    {
        Dictionary<string, (Field, int)> names = [];
        foreach (var list in lists)
        foreach (var (field, words) in list)
        {
            var rank = 0;
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                names.TryAdd(word, (field, rank++));
        }
        return names.ToFrozenDictionary();
    }
}
