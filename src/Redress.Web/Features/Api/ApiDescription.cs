using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Redress.Web.Features.Api;

/// <summary>What the description of the API says beyond what its endpoints say themselves.</summary>
internal static class ApiDescription
{
    private const string Scheme = "bearer";

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Redress",
                    Version = "1",
                    Description =
                        "Complaints, enquiries and compliments of a social landlord, with clocks that explain themselves.",
                };
                document.Components ??= new OpenApiComponents();
                document.AddComponent<IOpenApiSecurityScheme>(
                    Scheme,
                    new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Scheme }
                );
                document.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                var metadata = context.Description.ActionDescriptor.EndpointMetadata;
                if (metadata.OfType<RefusesWith>().FirstOrDefault() is { } refuses)
                {
                    Describe(operation, refuses);
                }

                return Task.CompletedTask;
            }
        );
    }

    private static void Describe(OpenApiOperation operation, RefusesWith refuses)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(
            new OpenApiParameter
            {
                Name = ApiRequest.KeyHeader,
                In = ParameterLocation.Header,
                Description = "The same key with the same request gets the same answer and is done once.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 },
            }
        );
        if (operation.Responses?.GetValueOrDefault("409") is OpenApiResponse conflict)
        {
            var codes = Enum.GetNames(refuses.Refusals).Select(BodyField.NameOf).Append("changed_meanwhile");
            conflict.Description = $"Refused; code is one of {string.Join(", ", codes)}.";
        }
    }
}
