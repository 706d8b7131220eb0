-- The requests that wrk sends: sign-ins by one person after the other, from the first to the last and again. The first
-- argument is the credentials, with %d where the person's number belongs, the second one how many people there are.
local credentials, people, person

function init(arguments)
  credentials, people = arguments[1], tonumber(arguments[2])
  -- Threads of wrk begin at different people.
  person = math.random(people)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  person = person % people + 1
  return wrk.format(nil, nil, nil, string.format(credentials, person))
end
