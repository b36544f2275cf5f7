using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.RecordMessage;

/// <summary>What page and API ask about a letter, an email, a call or photos that came in.</summary>
public sealed class RecordMessageForm
{
    [Display(Name = "message.on")]
    [Required(ErrorMessage = "message.on.missing")]
    public DateOnly? On { get; set; }

    [Display(Name = "message.channel")]
    [Required(ErrorMessage = "message.channel.missing")]
    public Channel? Channel { get; set; }

    [Display(Name = "message.from")]
    public MessageSender From { get; set; }

    [Display(Name = "message.text")]
    [Words]
    public string? Text { get; set; }

    public MessageRequest Request(IReadOnlyList<ReceivedFile> files) =>
        new(On!.Value, Channel!.Value, Text, files, From);

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(CannotReceiveMessage refusal) =>
        refusal switch
        {
            CannotReceiveMessage.InTheFuture or CannotReceiveMessage.BeforeReceipt => nameof(On),
            CannotReceiveMessage.NothingInIt => nameof(Text),
            _ => "",
        };
}
