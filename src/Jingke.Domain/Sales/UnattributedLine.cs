namespace Jingke.Domain.Sales;

/// <summary>A line of a sales file that names no customer. It is kept and counted until someone assigns it; it is never an account's.</summary>
public sealed class UnattributedLine : RecordedSale;
