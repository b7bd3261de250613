package io.painchain.simulator.api.repository;

import java.util.Map;
import java.util.Optional;

import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.target.ConditionalAnswers;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.repository.Repository;

/** Something of a repository, which was named by its name or its id. */
public record RepositoryTarget(World world, Route matched, Map<String, String> parameters, RepositoryAddress address)
        implements
            Target {

    @Override
    public String route() {
        return matched.template();
    }

    @Override
    public String path() {
        return "/repos/" + address.find(world).map(Repository::fullName).orElse(address.name()) + address.subPath();
    }

    @Override
    public String key() {
        return address.find(world).map(found -> RepositoryAddress.key(found, address.subPath())).orElse(path());
    }

    @Override
    public Permission permission() {
        return matched.permission();
    }

    @Override
    public boolean writes() {
        return matched.writes();
    }

    @Override
    public HttpResponse respond(Inquiry inquiry, TokenGrant grant, ConditionalAnswers answers) throws ApiException {
        RepositorySource source = open(inquiry, grant);
        if (!matched.writes()) {
            return answers.respond(inquiry, grant, source);
        }
        requireWriting(source.repository(), grant, inquiry);
        return source.render().response();
    }

    private RepositorySource open(Inquiry inquiry, TokenGrant grant) throws ApiException {
        Optional<Repository> found = address.find(world);
        if (found.isEmpty()) {
            throw movedOrMissing(inquiry, grant);
        }
        Repository repository = found.get();
        if (!grant.sees(repository)) {
            throw grant.lacksSso(repository) && grant.covers(repository) ? unauthorized(repository, inquiry)
                    : ApiException.notFound();
        }
        if (repository.isPrivate() && !grant.mayRead(matched.permission())) {
            throw new ApiException(403, grant.refusal());
        }
        return new RepositorySource(repository, matched,
                new RepositoryCall(repository, inquiry.links(), inquiry, parameters, address.subPath()));
    }

    /** An archived repository takes nothing but the order to be no longer archived. */
    private void requireWriting(Repository repository, TokenGrant grant, Inquiry inquiry) throws ApiException {
        if (!grant.mayWrite(repository, matched.permission())) {
            boolean settings = matched.permission() == Permission.ADMINISTRATION && !grant.fineGrained();
            throw new ApiException(403, settings ? "Must have admin rights to Repository." : grant.refusal());
        }
        if (repository.settings().archived() && !inquiry.request().text().contains("\"archived\"")) {
            throw new ApiException(403, "Repository was archived so is read-only.");
        }
    }

    private static ApiException unauthorized(Repository repository, Inquiry inquiry) {
        String login = repository.owner().login();
        return new ApiException(403, "Resource protected by organization SAML enforcement. You must grant your Personal "
                + "Access token access to this organization.").with("X-GitHub-SSO",
                        "required; url=" + inquiry.links().html() + "/orgs/" + login + "/sso?authorization_request=A");
    }

    private ApiException movedOrMissing(Inquiry inquiry, TokenGrant grant) {
        Optional<Repository> moved = world.moved(address.name()).filter(grant::sees);
        if (moved.isEmpty()) {
            return ApiException.notFound();
        }
        String query = inquiry.query().toString();
        String location = inquiry.base() + "/repositories/" + moved.get().id() + address.subPath()
                + (query.isEmpty() ? "" : "?" + query);
        return new ApiException(301, "Moved Permanently").with("Location", location);
    }
}
