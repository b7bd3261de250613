package io.painchain.terraform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.draft.DraftScope;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.simple.Account;
import io.painchain.connector.simple.JsonApi;
import io.painchain.connector.simple.SimpleConnector;
import io.painchain.model.event.EventDraft;

@ApplicationScoped
public class TerraformConnector implements SimpleConnector<Run> {

    private static final ListRule<Run> RUNS = new ListRule<>("runs", Run.class, "data", Run::id, Run::createdAt, run -> true);

    @Override
    public String type() {
        return "terraform";
    }

    @Override
    public Account account(Map<String, Object> config) {
        return Account.of(config, "url", "https://app.terraform.io");
    }

    /** {@code organization/workspace} for each workspace. */
    @Override
    public List<String> repositories(JsonApi api, Map<String, Object> config) {
        String organization = Account.text(config, "org");
        List<String> wanted = Arrays.stream(Account.text(config, "workspace").split(",")).map(String::strip)
                .filter(name -> !name.isEmpty()).toList();
        List<String> names = new ArrayList<>();
        String path = "/api/v2/organizations/" + encode(organization) + "/workspaces?page%5Bsize%5D=100";
        while (path != null) {
            JsonNode page = api.get(path);
            page.path("data").forEach(one -> names.add(one.path("attributes").path("name").asText()));
            path = next(page);
        }
        return names.stream().filter(name -> wanted.isEmpty() || wanted.contains(name)).map(name -> organization + "/" + name)
                .collect(Collectors.toList());
    }

    @Override
    public String path(String repository) {
        String[] place = repository.split("/", 2);
        return "/api/v2/organizations/" + encode(place[0]) + "/runs?filter%5Bworkspace_names%5D=" + encode(place[1])
                + "&page%5Bsize%5D=100";
    }

    @Override
    public String next(JsonNode page) {
        return page.path("links").path("next").asText(null);
    }

    @Override
    public ListRule<Run> list() {
        return RUNS;
    }

    @Override
    public boolean goesOn(Run run) {
        return run.goesOn();
    }

    @Override
    public EventDraft draft(DraftScope scope, Run run) {
        return RunMapper.toDraft(scope, run);
    }

    private static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
