namespace Redress.Core.Tests.Procedures;

/// <summary>A landlord's procedure file that loads, for tests to break one thing in.</summary>
internal static class AcmeFile
{
    public const string Text = """
        {
          "id": "acme-2024",
          "title": "Acme Homes complaints",
          "publisher": "Acme Homes",
          "basis": "landlord",
          "calendar": "england-and-wales",
          "in_force": { "from": "2024-04-01", "until": "2026-03-31" },
          "source": "Acme Homes policy, issue 3",
          "kinds": {
            "complaint": {
              "stages": [
                {
                  "stage": 1,
                  "name": "Stage 1",
                  "source": "4.1",
                  "duties": [
                    { "duty": "acknowledge", "within": "5 working days", "from": "received",
                      "met_by": ["acknowledged"], "source": "4.2" },
                    { "duty": "respond", "within": "10 working days", "from": "acknowledged",
                      "met_by": ["responded"], "source": "4.3",
                      "extensions": {
                        "source": "4.4",
                        "cap": "10 working days",
                        "within_cap": { "requires": ["in_writing", "reason", "ombudsman_details"] } } },
                    { "duty": "request_next_stage", "within": "28 calendar days", "from": "responded",
                      "met_by": ["escalation_requested"], "belongs_to": "resident",
                      "late_requests": "discretion", "source": "4.9" }
                  ]
                },
                {
                  "stage": 2,
                  "name": "Stage 2",
                  "source": "5.1",
                  "entry": { "by": "resident_request", "source": "5.1" },
                  "decided_by": { "different_person": true, "source": "5.2" },
                  "duties": [
                    { "duty": "acknowledge", "within": "5 working days", "from": "escalation_requested",
                      "met_by": ["acknowledged"], "source": "5.3" },
                    { "duty": "respond", "within": "20 working days", "from": "acknowledged",
                      "met_by": ["responded"], "source": "5.4" }
                  ]
                }
              ]
            }
          },
          "readings": [
            { "about": "Days", "readings": ["Working", "Calendar"], "used": 1, "why": "Usual", "source": "4.2" }
          ]
        }
        """;

    /// <summary>The file with one passage, which must be there once, written differently.</summary>
    public static string With(string passage, string instead)
    {
        Assert.Equal(1, Text.Split(passage).Length - 1);
        return Text.Replace(passage, instead, StringComparison.Ordinal);
    }
}
