namespace Jingke.Web.Tabular.Sales;

/// <summary>One accepted row of a sales file. Indexes speak of the reader's <see cref="SalesCatalogue"/>; 0 is always "not given".</summary>
internal struct SalesRecord
{
    /// <summary>Row number as a person sees it.</summary>
    public long Row { readonly get; set; }

    /// <summary>The line's identity: see <see cref="LineIdentity"/>.</summary>
    public long Id { readonly get; set; }

    /// <summary>Hash of everything else the line says, to tell a corrected line from an equal one.</summary>
    public long Content { readonly get; set; }

    /// <summary>Hash of the order number; 0 without one.</summary>
    public ulong OrderKey { readonly get; set; }

    /// <summary>Day number of <see cref="DateOnly"/>.</summary>
    public int Day { readonly get; set; }

    /// <summary>Index of the account; 0 when the line names none.</summary>
    public int Account { readonly get; set; }

    /// <summary>Index of the product.</summary>
    public int Product { readonly get; set; }

    /// <summary>Index of the place.</summary>
    public int Place { readonly get; set; }

    /// <summary>Index of the salesperson.</summary>
    public int Salesperson { readonly get; set; }

    /// <summary>Amount, ten-thousandths; negative for a return.</summary>
    public long Amount { readonly get; set; }

    /// <summary>Quantity, ten-thousandths.</summary>
    public long? Quantity { readonly get; set; }

    /// <summary>Unit price, ten-thousandths.</summary>
    public long? UnitPrice { readonly get; set; }

    /// <summary>Cost of the goods, ten-thousandths.</summary>
    public long? Cost { readonly get; set; }

    /// <summary>Money taken off the list amount, ten-thousandths, with the sign of the amount.</summary>
    public long? Discount { readonly get; set; }

    /// <summary>Whether an earlier row of the file equals this one in every cell.</summary>
    public bool IsIdentical { readonly get; set; }
}
