namespace Jingke.Domain.People;

/// <summary>What a person does in the sales organisation; it decides what they may do (see <see cref="Access.Permissions"/>).</summary>
public enum Role
{
    /// <summary>销售员: works with customers every day.</summary>
    Rep,

    /// <summary>主管: leads a team, approves daily, steers weekly.</summary>
    Supervisor,

    /// <summary>经理/总监: steers several teams.</summary>
    Manager,

    /// <summary>总裁: reads results and forecasts.</summary>
    Executive,

    /// <summary>财务/信控: contracts, payments, credit.</summary>
    Finance,

    /// <summary>管理员: sets the product up and looks after users.</summary>
    Administrator,
}
