namespace Jingke.Domain.Duplicates;

/// <summary>What the end of a company's name says about its legal form; several can hold: 集团股份有限公司.</summary>
[Flags]
public enum LegalForm
{
    /// <summary>The name says nothing, as a short name or a person's.</summary>
    None = 0,

    /// <summary>公司, Company: which kind is left open.</summary>
    Company = 1,

    /// <summary>有限公司, 有限责任公司, Ltd.</summary>
    Limited = 2,

    /// <summary>股份有限公司, Plc.</summary>
    JointStock = 4,

    /// <summary>集团, Group.</summary>
    Group = 8,

    /// <summary>店, 商行, 经营部.</summary>
    Shop = 16,

    /// <summary>厂.</summary>
    Factory = 32,

    /// <summary>合伙企业.</summary>
    Partnership = 64,

    /// <summary>合作社.</summary>
    Cooperative = 128,
}
