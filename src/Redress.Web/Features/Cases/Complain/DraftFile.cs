using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>A photo or a paper that goes with a complaint in the making. It lies in the store already.</summary>
public sealed record DraftFile(FileType Type, long Bytes, string Hash, string Name)
{
    public static DraftFile Of(Upload upload) => new(upload.Type, upload.Bytes, upload.Hash, upload.Name);

    /// <summary>As history is told of it.</summary>
    public ReceivedFile Received() => new(Type, Bytes, Words.Of(Hash), Words.Of(Name));
}
