package io.painchain.backend.task.request;

import java.util.List;

import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.painchain.backend.paging.NextLink;
import io.painchain.model.task.DiscoveredRepository;
import io.painchain.model.task.Discovery;

/** Lists are bare arrays, so what a page leaves out is said in a header. */
final class DiscoveryAnswer {

    static final String WARNING = "X-PainChain-Warning";
    static final String DESCRIPTION = "A sentence about what the list leaves out, once for each";

    private DiscoveryAnswer() {
    }

    static RestResponse<List<DiscoveredRepository>> of(Discovery found, List<DiscoveredRepository> shown, UriInfo uri) {
        RestResponse<List<DiscoveredRepository>> page = NextLink.numbered(shown, found.nextPage(), uri);
        ResponseBuilder<List<DiscoveredRepository>> answer = ResponseBuilder.fromResponse(page);
        found.warnings().forEach(warning -> answer.header(WARNING, printable(warning)));
        return answer.build();
    }

    /** A header holds no other characters. */
    private static String printable(String sentence) {
        return sentence.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
