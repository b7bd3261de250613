package io.painchain.simulator.api.account;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.Page;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.render.repository.RepositoryJson;
import io.painchain.simulator.world.repository.Repository;

/** Search for repositories: words of name and description, {@code org:} or {@code user:}, {@code archived:}. */
final class SearchRoutes {

    private static final int REACHABLE = 1_000;

    private SearchRoutes() {
    }

    static Answer repositories(Inquiry inquiry, TokenGrant grant, List<Repository> all) throws ApiException {
        Query query = inquiry.query();
        String text = query.get("q", "").trim();
        if (text.isEmpty()) {
            throw new ApiException(422, "Validation Failed").because("Search", "q", "missing");
        }
        if ((long) query.number("page", 1) * Page.size(query) > REACHABLE + Page.size(query)) {
            throw new ApiException(422, "Only the first 1000 search results are available");
        }
        List<Repository> found = all.stream().filter(grant::sees).filter(repository -> fits(repository, text))
                .sorted(Comparator.comparing(Repository::updatedAt).reversed()).limit(REACHABLE).toList();
        Page<Repository> page = Page.of(found, query, inquiry.base() + inquiry.path());
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("total_count", found.size())
                .put("incomplete_results", false);
        body.set("items", page.array(repository -> repository
                .read(() -> RepositoryJson.listed(inquiry.links(), repository).put("score", 1.0))));
        return page.linked(Answer.of(body));
    }

    private static boolean fits(Repository repository, String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!fitsWord(repository, word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitsWord(Repository repository, String word) {
        int colon = word.indexOf(':');
        String value = word.substring(colon + 1);
        return switch (colon < 0 ? "" : word.substring(0, colon)) {
            case "org", "user" -> repository.owner().login().equalsIgnoreCase(value);
            case "archived" -> repository.settings().archived() == value.equals("true");
            case "in", "fork" -> true;
            default -> (repository.name() + " " + repository.description()).toLowerCase(Locale.ROOT).contains(value);
        };
    }
}
