package io.painchain.github.change.issue;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.record.Issue;
import io.painchain.github.mapping.IssueMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Determines what became of issues that left their list: transferred, deleted, converted to a discussion, or still there. */
public final class DepartedIssues {

    private static final int AT_ONCE = 20;

    private final RepositoryReader reader;
    private final List<EventDraft> drafts = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();

    public DepartedIssues(RepositoryReader reader, Collection<Long> vanished) {
        this.reader = reader;
        List<Long> numbers = vanished.stream().sorted().toList();
        numbers.stream().limit(AT_ONCE).forEach(this::lookUp);
        numbers.stream().skip(AT_ONCE).forEach(left::add);
    }

    public List<EventDraft> drafts() {
        return drafts;
    }

    public List<Long> left() {
        return left;
    }

    private void lookUp(long number) {
        try {
            URI url = reader.url("/issues/" + number);
            HttpAnswer answer = reader.follow(url);
            if (!isHere(url, answer.url(), number)) {
                tell(number, "transferred", reader.body(answer, Issue.class));
            }
        } catch (ProviderException e) {
            refused(number, e);
        }
    }

    private void refused(long number, ProviderException e) {
        if (e.is(Kind.GONE)) {
            tell(number, "deleted", null);
        } else if (e.is(Kind.NOT_FOUND)) {
            // A discussion now, or moved where this token has no access.
            tell(number, "gone", null);
        } else if (e.concernsAll()) {
            throw e;
        } else if (!e.withheld()) {
            left.add(number);
        }
    }

    /** A redirect may also lead to this repository's own new name. */
    private boolean isHere(URI asked, URI answered, long number) {
        return answered.equals(asked)
                || answered.getPath().endsWith("/repositories/" + reader.scope().repositoryId() + "/issues/" + number);
    }

    private void tell(long number, String word, Issue now) {
        drafts.add(IssueMapper.departed(reader.scope(), number, word, now, reader.answeredAt()));
    }
}
