package io.painchain.backend.paging;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The same request with the next page, as a {@code Link} header. */
public final class NextLink {

    private NextLink() {
    }

    public static <T> RestResponse<List<T>> answer(Page<T> page, UriInfo uri) {
        var answer = ResponseBuilder.ok(page.items());
        page.next().ifPresent(cursor -> answer.header(HttpHeaders.LINK, to(uri, cursor)));
        return answer.build();
    }

    /** @param nextPage {@code null} at the end */
    public static <T> RestResponse<List<T>> numbered(List<T> items, Integer nextPage, UriInfo uri) {
        var answer = ResponseBuilder.ok(items);
        if (nextPage != null) {
            answer.header(HttpHeaders.LINK, link(uri.getRequestUriBuilder().replaceQueryParam("page", nextPage).build()));
        }
        return answer.build();
    }

    private static String to(UriInfo uri, String cursor) {
        return link(uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).replaceQueryParam("offset").build());
    }

    private static String link(URI next) {
        return "<%s?%s>; rel=\"next\"".formatted(next.getRawPath(), next.getRawQuery());
    }
}
