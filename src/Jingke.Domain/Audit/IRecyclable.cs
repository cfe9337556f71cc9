namespace Jingke.Domain.Audit;

/// <summary>A thing that is deleted to the recycle bin first.</summary>
public interface IRecyclable
{
    /// <summary>When it was deleted; null while it is in use.</summary>
    DateTime? DeletedAt { get; }

    /// <summary>Who deleted it.</summary>
    Guid? DeletedById { get; }
}
