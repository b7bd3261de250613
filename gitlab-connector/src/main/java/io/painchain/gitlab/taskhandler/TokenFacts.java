package io.painchain.gitlab.taskhandler;

import java.util.List;

import io.painchain.connector.provider.ProviderException;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.record.Metadata;
import io.painchain.gitlab.api.record.TokenSelf;
import io.painchain.gitlab.api.record.User;

/** What a token and its server say of themselves; older servers leave some of it out. */
record TokenFacts(String login, TokenSelf self, Metadata server) {

    private static final TokenSelf UNKNOWN = new TokenSelf(null, List.of(), null, null);

    static TokenFacts of(GitLabApi api) {
        User user = api.read(api.url("/user"), User.class);
        return new TokenFacts(User.loginOf(user), told(api, "/personal_access_tokens/self", TokenSelf.class, UNKNOWN),
                told(api, "/metadata", Metadata.class, new Metadata(null, null)));
    }

    private static <T> T told(GitLabApi api, String path, Class<T> type, T unknown) {
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
