package io.painchain.github.change.pull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

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

/**
 * Reads what lists leave out of pull requests, the record itself, its reviews, files and, once merged, commits: many at once
 * where GraphQL answers, the rest one by one.
 */
final class PullRequestDetailsReader {

    private final RepositoryReader reader;
    private final List<String> problems;
    private final List<Unreadable> unreadable = new ArrayList<>();

    /** @param problems takes a sentence for what the token may not read */
    PullRequestDetailsReader(RepositoryReader reader, List<String> problems) {
        this.reader = reader;
        this.problems = problems;
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /**
     * By number; what cannot be read is left out.
     *
     * @param dear which of them are worth several requests each where they cannot be had at once
     */
    Map<Long, Read<PullRequestDetails>> read(Collection<PullRequest> pulls, Predicate<PullRequest> dear) {
        Map<Long, Read<PullRequestDetails>> details = new LinkedHashMap<>();
        if (reader.graphQl() != null && reader.graphQl().available()) {
            details.putAll(new BulkDetails(reader, reader.graphQl()).read(pulls.stream().map(PullRequest::number).toList()));
        }
        pulls.stream().filter(pull -> !details.containsKey(pull.number())).filter(dear)
                .forEach(pull -> readOne(pull.number()).ifPresent(read -> details.put(pull.number(), read)));
        return details;
    }

    /** The same of pull requests that no list showed. */
    Map<Long, Read<PullRequestDetails>> readAgain(List<Long> numbers) {
        Map<Long, Read<PullRequestDetails>> details = new LinkedHashMap<>();
        if (!numbers.isEmpty() && reader.graphQl() != null && reader.graphQl().available()) {
            details.putAll(new BulkDetails(reader, reader.graphQl()).read(numbers));
        }
        numbers.stream().filter(number -> !details.containsKey(number))
                .forEach(number -> readOne(number).ifPresent(read -> details.put(number, read)));
        return details;
    }

    Optional<PullRequest> alone(long number) {
        return readable(null, () -> reader.read("/pulls/" + number, PullRequest.class));
    }

    private Optional<Read<PullRequestDetails>> readOne(long number) {
        String path = "/pulls/" + number;
        return alone(number).map(pull -> {
            Optional<List<Page<Review>>> reviews = readable("Reviews of #" + number,
                    () -> reader.pages(path + "/reviews?per_page=100", Review.class));
            reviews.ifPresent(pages -> pages.forEach(page -> unreadable.addAll(page.unreadable())));
            List<FileChange> files = readable(null,
                    () -> reader.page(reader.url(path + "/files?per_page=20"), null, null, FileChange.class).items())
                    .orElse(null);
            List<Commit> commits = pull.merged() ? readable(null, () -> items(reader.pages(path + "/commits?per_page=100",
                    Commit.class))).orElse(null) : null;
            PullRequestDetails details = new PullRequestDetails(pull, reviews.map(PullRequestDetailsReader::items).orElse(null),
                    files, commits);
            return new Read<>(details, reader.answeredAt());
        });
    }

    private <T> Optional<T> readable(String what, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (ProviderException e) {
            if (!e.withheld()) {
                throw e;
            }
            if (what != null) {
                problems.add(what + " cannot be read: " + e.getMessage());
            }
            return Optional.empty();
        }
    }

    private static <T> List<T> items(List<Page<T>> pages) {
        return pages.stream().flatMap(page -> page.items().stream()).toList();
    }
}
