namespace Jingke.Web.Features.ToDos;

/// <summary>To-dos of the person who is signed in: one page, its export, and marking one done or open again.</summary>
internal static class ToDosFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddToDos(this IServiceCollection services) =>
        services.AddScoped<ToDoList>().AddScoped<FinishToDo>().AddScoped<ReopenToDo>();

    /// <summary>Maps what is no page.</summary>
    public static void MapToDos(this IEndpointRouteBuilder routes) => routes.MapToDoRoutes();
}
