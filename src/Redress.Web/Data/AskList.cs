using Microsoft.EntityFrameworkCore;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>Something asked of a colleague or a service that a case waits for, as lists show it.</summary>
public sealed record OpenAsk(
    string CaseId,
    string Reference,
    int Ask,
    string? What,
    string? Of,
    string? Service,
    string AskedBy,
    DateOnly AskedOn,
    DateOnly AnswerBy,
    string CalendarId,
    int CalendarEdition
);

/// <summary>What cases that are not over wait for, what is wanted first coming first. One query.</summary>
public sealed class AskList(RedressContext context, RulesStore rules)
{
    /// <summary>What a person owes an answer to, and what they asked of others.</summary>
    public Task<IReadOnlyList<OpenAsk>> OfPersonAsync(string who, CancellationToken cancel) =>
        ReadAsync(context.CaseAsks.Where(ask => ask.AskedOf == who || ask.AskedBy == who), cancel);

    /// <summary>What all of these cases wait for.</summary>
    public Task<IReadOnlyList<OpenAsk>> OfCasesAsync(IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        ReadAsync(context.CaseAsks.Where(ask => ids.Contains(ask.CaseId)), cancel);

    private async Task<IReadOnlyList<OpenAsk>> ReadAsync(IQueryable<CaseAskRow> asks, CancellationToken cancel)
    {
        var found = await asks.AsNoTracking()
            .Join(
                context.Cases.Where(c => c.Status == CaseStatus.Open || c.Status == CaseStatus.Answered),
                ask => ask.CaseId,
                c => c.Id,
                (ask, c) => new { ask, c }
            )
            .OrderBy(both => both.ask.AnswerBy)
            .ThenBy(both => both.c.Id)
            .ThenBy(both => both.ask.Ask)
            .Select(both => new OpenAsk(
                both.c.Id,
                both.c.Reference,
                both.ask.Ask,
                context
                    .Words.Where(words => words.StreamId == both.c.Id && words.Id == both.ask.WhatWordsId)
                    .Select(words => words.Text)
                    .FirstOrDefault(),
                both.ask.AskedOf,
                context
                    .Words.Where(words => words.StreamId == both.c.Id && words.Id == both.ask.ServiceWordsId)
                    .Select(words => words.Text)
                    .FirstOrDefault(),
                both.ask.AskedBy,
                both.ask.AskedOn,
                both.ask.AnswerBy,
                both.c.CalendarId,
                both.c.CalendarEdition
            ))
            .ToListAsync(cancel);
        foreach (var ask in found)
        {
            await rules.KnowAsync(ask.CalendarId, ask.CalendarEdition, cancel);
        }

        return found;
    }
}
