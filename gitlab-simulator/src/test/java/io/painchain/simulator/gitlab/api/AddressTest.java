package io.painchain.simulator.gitlab.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;

class AddressTest {

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension(config -> config.prefix("/gitlab"));

    @Test
    void findsAProjectByItsEncodedPathWithSubGroupsAndByItsNumber() {
        assertThat(gitLab.get("/projects/acme%2Fshop%2Fweb").at("/id")).isEqualTo("" + gitLab.project().id());
        assertThat(gitLab.ofProject("").at("/path_with_namespace")).isEqualTo("acme/shop/web");
    }

    @Test
    void doesNotFindAPathThatAProxyDecoded() {
        assertThat(gitLab.get("/projects/acme/shop/web").status()).isEqualTo(404);
    }

    @Test
    void answersOnlyBelowItsPrefixAndNamesItInAddresses() {
        assertThat(gitLab.as(null, gitLab.simulator().origin() + "/api/v4/projects").status()).isEqualTo(404);
        assertThat(gitLab.ofProject("").at("/web_url")).isEqualTo(gitLab.simulator().uri() + "/acme/shop/web");
    }

    @Test
    void redirectsAnEarlierPathToTheNumber() {
        gitLab.project().rename("acme/store/web");

        Reply reply = gitLab.get("/projects/acme%2Fshop%2Fweb/pipelines?per_page=5");

        assertThat(reply.status()).isEqualTo(301);
        assertThat(reply.header("Location")).isEqualTo(gitLab.simulator().uri() + "/api/v4/projects/"
                + gitLab.project().id() + "/pipelines?per_page=5");
        assertThat(gitLab.get("/projects/acme%2Fstore%2Fweb").status()).isEqualTo(200);
    }

    @Test
    void answersAnEarlierPathAtOnceBefore16Dot7() {
        gitLab.simulator().api().traits(gitLab.simulator().api().traits().version("16.6.0", false).redirects(false));
        gitLab.project().rename("acme/store/web");

        assertThat(gitLab.get("/projects/acme%2Fshop%2Fweb").at("/path_with_namespace")).isEqualTo("acme/store/web");
    }
}
