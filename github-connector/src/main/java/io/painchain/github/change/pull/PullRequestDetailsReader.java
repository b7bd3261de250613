package io.painchain.github.change.pull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.Read;
import io.painchain.connector.list.Unreadable;
import io.painchain.connector.provider.ProviderException;
import io.painchain.github.api.graphql.PullRequestDetails;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Review;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.FileChange;
import io.painchain.github.repository.RepositoryReader;

/** Reads records, reviews, files and, once merged, commits: in bulk by GraphQL, the rest one by one by REST. */
final class PullRequestDetailsReader {

    private final RepositoryReader reader;
    private final List<String> problems;
    private final List<Unreadable> unreadable = new ArrayList<>();

    /** @param problems receives a sentence for what the token may not read */
    PullRequestDetailsReader(RepositoryReader reader, List<String> problems) {
        this.reader = reader;
        this.problems = problems;
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** By number, without what cannot be read; only {@code dear} ones are worth several REST requests each. */
    Map<Long, Read<PullRequestDetails>> read(Collection<PullRequest> pulls, Predicate<PullRequest> dear) {
        Map<Long, Read<PullRequestDetails>> details = new LinkedHashMap<>();
        if (reader.graphQl() != null && reader.graphQl().available()) {
            details.putAll(new BulkDetails(reader, reader.graphQl()).read(pulls.stream().map(PullRequest::number).toList()));
        }
        pulls.stream().filter(pull -> !details.containsKey(pull.number())).filter(dear)
                .forEach(pull -> details.put(pull.number(), readOne(pull, alone(pull.number()))));
        return details;
    }

    /** For pull requests that no list showed. */
    Map<Long, Read<PullRequestDetails>> readAgain(List<Long> numbers) {
        Map<Long, Read<PullRequestDetails>> details = new LinkedHashMap<>();
        if (!numbers.isEmpty() && reader.graphQl() != null && reader.graphQl().available()) {
            details.putAll(new BulkDetails(reader, reader.graphQl()).read(numbers));
        }
        numbers.stream().filter(number -> !details.containsKey(number))
                .forEach(number -> alone(number)
                        .ifPresent(pull -> details.put(number, readOne(pull, Optional.of(pull)))));
        return details;
    }

    Optional<PullRequest> alone(long number) {
        return record(number).read("pull", () -> reader.read("/pulls/" + number, PullRequest.class));
    }

    private RecordDetails record(long number) {
        return reader.details().of("pulls", String.valueOf(number));
    }

    /** @param alone the record read alone, which has more fields than the list's; empty where it could not be read */
    private Read<PullRequestDetails> readOne(PullRequest listed, Optional<PullRequest> alone) {
        PullRequest pull = alone.orElse(listed);
        String path = "/pulls/" + pull.number();
        RecordDetails record = record(pull.number());
        Optional<List<Page<Review>>> reviews = record.read("reviews",
                () -> named("Reviews of #" + pull.number(), () -> reader.pages(path + "/reviews?per_page=100", Review.class)));
        reviews.ifPresent(pages -> pages.forEach(page -> unreadable.addAll(page.unreadable())));
        List<FileChange> files = record.read("files",
                () -> reader.page(reader.url(path + "/files?per_page=20"), null, null, FileChange.class).items()).orElse(null);
        List<Commit> commits = pull.merged()
                ? record.read("commits", () -> items(reader.pages(path + "/commits?per_page=100", Commit.class))).orElse(null)
                : null;
        return new Read<>(new PullRequestDetails(pull, reviews.map(PullRequestDetailsReader::items).orElse(null), files,
                commits), reader.answeredAt());
    }

    private <T> T named(String what, Supplier<T> read) {
        try {
            return read.get();
        } catch (ProviderException e) {
            if (e.withheld()) {
                problems.add(what + " cannot be read: " + e.getMessage());
            }
            throw e;
        }
    }

    private static <T> List<T> items(List<Page<T>> pages) {
        return pages.stream().flatMap(page -> page.items().stream()).toList();
    }
}
