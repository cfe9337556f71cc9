namespace Jingke.Web.Features.ToDos;

/// <summary>Words of to-dos.</summary>
internal sealed class ToDoTexts;
