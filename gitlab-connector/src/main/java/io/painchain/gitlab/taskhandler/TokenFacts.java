package io.painchain.gitlab.taskhandler;

import java.net.URI;
import java.util.List;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.record.Metadata;
import io.painchain.gitlab.api.record.TokenSelf;
import io.painchain.gitlab.api.record.User;

/** What a token and its server say of themselves; older servers leave some of it out. */
record TokenFacts(String login, TokenSelf self, Metadata server) {

    private static final TokenSelf UNKNOWN = new TokenSelf(null, List.of(), null, null);

    static TokenFacts of(GitLabApi api) {
        return new TokenFacts(User.loginOf(user(api)), asked(api, "/personal_access_tokens/self", TokenSelf.class, UNKNOWN),
                asked(api, "/metadata", Metadata.class, new Metadata(null, null)));
    }

    /** Every GitLab has it, so one that does not is none, or is at another path. */
    private static User user(GitLabApi api) {
        URI url = api.url("/user");
        try {
            return api.read(url, User.class);
        } catch (ProviderException e) {
            throw e.is(Kind.NOT_FOUND)
                    ? new ProviderException(Kind.NOT_FOUND, "there is no GitLab at " + url.resolve(".")
                            + "; check the url: it is what a browser shows before the path of a project", null, e)
                    : e;
        }
    }

    private static <T> T asked(GitLabApi api, String path, Class<T> type, T unknown) {
        try {
            return api.read(api.url(path), type);
        } catch (ProviderException e) {
            if (e.withheld()) {
                return unknown;
            }
            throw e;
        }
    }

    /** {@code null} where the server does not say. */
    List<String> scopes() {
        return self.scopes().isEmpty() ? null : self.scopes();
    }

    String words() {
        return server.version() == null ? "" : "GitLab " + server.version() + ".";
    }
}
