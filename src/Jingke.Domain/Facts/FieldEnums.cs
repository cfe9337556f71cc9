namespace Jingke.Domain.Facts;

/// <summary>The part of the card that a field stands in.</summary>
public enum CardSection
{
    /// <summary>基本资料</summary>
    Basics,

    /// <summary>客户特征</summary>
    Traits,

    /// <summary>业务状况</summary>
    Business,

    /// <summary>交易情况</summary>
    Trading,

    /// <summary>采购与决策</summary>
    Purchasing,

    /// <summary>经营状况</summary>
    Operating,

    /// <summary>信用状况</summary>
    Credit,

    /// <summary>家庭情况</summary>
    Household,

    /// <summary>个人资料: the card of a contact</summary>
    Personal,
}

/// <summary>What a field is about.</summary>
public enum FieldSubject
{
    /// <summary>Accounts of both kinds.</summary>
    Account,

    /// <summary>Companies only.</summary>
    Company,

    /// <summary>Households only.</summary>
    Household,

    /// <summary>Contacts.</summary>
    Contact,
}

/// <summary>What the values of a field are; each type has one way to be written, see <see cref="FieldValue"/>.</summary>
public enum FieldType
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Text of several lines.</summary>
    LongText,

    /// <summary>A number, with the field's unit.</summary>
    Number,

    /// <summary>An amount in the organisation's currency.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day of the Chinese lunar calendar 农历, with or without a year.</summary>
    LunarDate,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of the field's choices.</summary>
    OneOf,

    /// <summary>Some of the field's choices.</summary>
    SomeOf,

    /// <summary>A province or city.</summary>
    Region,

    /// <summary>An industry.</summary>
    Industry,

    /// <summary>A contact of the account.</summary>
    Person,

    /// <summary>Another account.</summary>
    Account,

    /// <summary>A file.</summary>
    File,
}
